import { type Day, spokenDay } from '#domain/basics/time.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { waits } from '#domain/words/waits.ts'
import { Icon } from '#ui/icons.tsx'
import { MissingYear } from '#ui/missing-year.tsx'
import { mostCounted } from '../lists/work-lists.ts'
import { CaseTable } from '../ui/case-table.tsx'
import type { Today } from './read-today.ts'

const Section = ({ title, lines, today }: { title: string; lines: ListedCase[]; today: Day }) =>
  lines.length === 0 ? null : (
    <section class="section">
      <h2 class="section-head">{title}</h2>
      <CaseTable lines={lines} caption={title} today={today} empty="" />
    </section>
  )

interface Props {
  work: Today
  today: Day
  /** A year without a published holiday calendar on which some dates depend. */
  missingYear: number | null
}

/** The start page of the desk: figures, and the cases to handle first. */
export const TodayPage = ({ work, today, missingYear }: Props) => {
  const { figures, due, waiting, warned, turned, approvals } = work
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>今天先办这几件</h1>
        <p>{spokenDay(today)}</p>
      </header>
      <dl class="figures">
        {figures.map(({ name, count, href }) => (
          <div>
            <dt>
              <a href={href}>{name}</a>
            </dt>
            <dd>{count >= mostCounted ? `${mostCounted}+` : count}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <a class="button" href={deskPages.register.path}>
          <Icon name="write" />
          登记一件
        </a>
        <a class="button secondary" href={deskPages.digest.path}>
          每日动态
        </a>
      </div>
      <MissingYear year={missingYear} />
      <Section title="到期和过期" lines={due} today={today} />
      {waiting.map(({ waits: id, lines }) => (
        <Section title={waits[id].name} lines={lines} today={today} />
      ))}
      <Section title="下级等您批准延期" lines={approvals} today={today} />
      <Section title="今天变黄、变红的" lines={turned} today={today} />
      <Section title="黄色以上" lines={warned} today={today} />
      {due.length + waiting.length + warned.length === 0 ? (
        <p class="soft">今天没有到期的，也没有等着的。</p>
      ) : null}
      <p class="soft small">颜色由期限、来回次数、人数和值班员判断合成，只给办事的人看。</p>
    </div>
  )
}
