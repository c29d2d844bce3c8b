import { areaName, findUnit } from '#domain/places/areas.ts'
import { deskPages, staffPath } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import type { StaffAccount } from '#store/ports/staff/accounts.ts'
import { Icon } from '#ui/icons.tsx'
import { MissingYear } from '#ui/missing-year.tsx'
import { standingOf } from '../ui/standing.ts'
import { unitName } from '../ui/unit-name.ts'

const byUnit = (staff: StaffAccount[]): [string, StaffAccount[]][] => {
  const units = new Map<string, StaffAccount[]>()
  for (const one of staff) units.set(one.unit, [...(units.get(one.unit) ?? []), one])
  return [...units]
}

const place = (id: string): string => {
  const unit = findUnit(id)
  return unit ? areaName(unit.area) : '单位已不在名单上，请改到新的单位'
}

/** 账号: the accounts of the admin's own area and below, by unit. */
export const StaffListPage = (props: {
  staff: StaffAccount[]
  next: string | null
  /** A year whose holidays are missing from the calendar. */
  missingYear: number | null
}) => {
  const { staff, next, missingYear } = props
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>账号</h1>
        <p>您管的单位和下面各级的人。开账号、停账号、发新链接，都记在案。</p>
      </header>
      <MissingYear year={missingYear} />
      <div class="toolbar">
        <span />
        <a class="button" href={deskPages.newStaff.path}>
          <Icon name="write" />
          开一个账号
        </a>
      </div>
      {byUnit(staff).map(([unit, members]) => (
        <section class="section">
          <h2 class="section-head">{unitName(unit)}</h2>
          <p class="soft small">{place(unit)}</p>
          <table class="desk-table">
            <caption class="visually-hidden">{unitName(unit)}的账号</caption>
            <thead>
              <tr>
                <th scope="col">姓名</th>
                <th scope="col">角色</th>
                <th scope="col">动态码</th>
                <th scope="col">情况</th>
              </tr>
            </thead>
            <tbody>
              {members.map((one) => (
                <tr>
                  <td>
                    <a href={staffPath(one.id)}>
                      <b>{one.name}</b>
                      <br />
                      <span class="soft">{one.username}</span>
                    </a>
                  </td>
                  <td data-l="角色">{roles[one.role].name}</td>
                  <td data-l="动态码">{one.enrolled ? '动态码已绑定' : '没有动态码'}</td>
                  <td data-l="情况">{standingOf(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {staff.length === 0 ? <p>没有更多了。</p> : null}
      {next ? (
        <div class="actions">
          <a class="button secondary" href={next}>
            后面的
          </a>
        </div>
      ) : null}
    </div>
  )
}
