import { addDays, type Day, spokenDay } from '#domain/basics/time.ts'
import { deskPages } from '#domain/routes/desk.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormProps } from '../ui/form-props.ts'
import { type Names, nameOf } from '../ui/log-line.tsx'
import { LogTable } from '../ui/log-table.tsx'
import { unitName } from '../ui/unit-name.ts'

interface Props extends FormProps {
  lines: DeskLogRow[]
  names: Names
  day: Day
  today: Day
  /** The person whose rows of all days are shown; null if the page shows one day. */
  who: { id: string; name: string } | null
  next: string | null
  /** True if the reader sees the whole county. */
  all: boolean
}

const Days = ({ day, today }: Pick<Props, 'day' | 'today'>) => (
  <p>
    <a class="more" href={`${deskPages.log.path}?day=${addDays(day, -1)}`}>
      前一天
    </a>{' '}
    {day < today ? (
      <a class="more" href={`${deskPages.log.path}?day=${addDays(day, 1)}`}>
        后一天
      </a>
    ) : null}
  </p>
)

const Who = ({ line, names }: { line: DeskLogRow; names: Names }) =>
  line.subject === '' ? (
    <>没有这个用户名</>
  ) : (
    <a href={`${deskPages.log.path}?who=${line.subject}`}>
      <b>{nameOf(names, line.subject)}</b>
      <br />
      <span class="soft">{unitName(line.place)}</span>
    </a>
  )

/** 记录: the log of sign-ins and searches, by day or by person. */
export const LogPage = ({ lines, names, day, today, who, next, all, state, errors }: Props) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{who ? `${who.name}的记录` : '登录和查看的记录'}</h1>
      <p>
        {all ? '全县工作人员' : '您管的单位和下面各级的人'}
        ：登录、动态码、改密码、查人、查看不到的案件。保存二百天，谁也改不了。
      </p>
    </header>
    <form action={deskPages.log.path} method="get" novalidate>
      <DayField state={state} name="day" label="看哪一天" max={today} />
      <div class="actions">
        <button class="button secondary" type="submit">
          看这一天
        </button>
      </div>
    </form>
    <section class="section">
      <h2 class="section-head">{who ? '全部日子' : spokenDay(day, today.slice(0, 4))}</h2>
      {lines.length === 0 ? (
        <p>没有记录。</p>
      ) : (
        <LogTable
          caption="登录和查看的记录"
          lines={lines}
          names={names}
          who={(line) => <Who line={line} names={names} />}
        />
      )}
      {next ? (
        <div class="actions">
          <a class="button secondary" href={next}>
            更早的
          </a>
        </div>
      ) : null}
    </section>
    {who ? (
      <p>
        <a class="more" href={deskPages.log.path}>
          今天所有人的
        </a>
      </p>
    ) : (
      <Days day={day} today={today} />
    )}
  </div>
)
