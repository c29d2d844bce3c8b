import { deskPages, staffPath } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import type { StaffAccount } from '#store/ports/staff/accounts.ts'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import { Icon } from '#ui/icons.tsx'
import { MissingYear } from '#ui/missing-year.tsx'
import { standingOf } from '../ui/standing.ts'
import { unitName } from '../ui/unit-name.ts'

export const findField = 'find'

const Row = ({ one }: { one: StaffAccount }) => (
  <li>
    <span class="what">
      <a href={staffPath(one.id)}>{one.name}</a>
      <span class="meta">{one.username}</span>
    </span>
    <span class="facts">
      <span class="where">{unitName(one.unit)}</span>
      <span class="who">{roles[one.role].name}</span>
      <span class="state">{standingOf(one)}</span>
      <span class="until">{one.enrolled ? '动态码已绑定' : '没有动态码'}</span>
    </span>
  </li>
)

interface Props {
  state: FormState
  staff: StaffAccount[]
  /** Address of the next page, if there is one. */
  next?: string | null
  /** The result of a search; `more`: not all are shown. */
  searched?: { more: boolean }
  /** A year whose holidays are missing from the calendar. */
  missingYear: number | null
}

/** 账号: the accounts of the admin's own area and below, in one list, with a search by name or unit. */
export const StaffListPage = ({ state, staff, next, searched, missingYear }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>账号</h1>
      <p>您管的单位和下面各级的人。开账号、停账号、发新链接，都记在案。</p>
    </header>
    <MissingYear year={missingYear} />
    <form action={deskPages.staff.path} method="post" novalidate>
      <TextField state={state} name={findField} label="找人：姓名、用户名，或者单位里的几个字" />
      <div class="actions">
        <button class="button secondary" type="submit">
          查找
        </button>
        <a class="button" href={deskPages.newStaff.path}>
          <Icon name="write" />
          开一个账号
        </a>
      </div>
    </form>
    <section class="case-group">
      <h2 class="section-head">{searched ? `找到 ${staff.length} 个` : '按单位排'}</h2>
      {staff.length > 0 ? (
        <ul class="case-rows">
          {staff.map((one) => (
            <Row one={one} />
          ))}
        </ul>
      ) : (
        <p>{searched ? '没有找到。换一个字试试。' : '没有更多了。'}</p>
      )}
      {searched?.more ? <p class="soft">只列前面这些，请再多写几个字。</p> : null}
    </section>
    {next || searched ? (
      <div class="actions">
        <a class="button secondary" href={next ?? deskPages.staff.path}>
          {next ? '后面的' : '看全部'}
        </a>
      </div>
    ) : null}
  </div>
)
