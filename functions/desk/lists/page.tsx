import type { Child } from 'hono/jsx'
import { type Day, spokenDay } from '#domain/basics/time.ts'
import { colours } from '#domain/clocks/warnings.ts'
import { type Waits, waitIds, waits } from '#domain/desk/listing.ts'
import { townsAndVillages } from '#domain/places/areas.ts'
import { deskPaths } from '#domain/routes/desk.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { statuses, statusIds } from '#domain/words/statuses.ts'
import { Select, TextField } from '#ui/fields.tsx'
import { Icon } from '#ui/icons.tsx'
import { MissingYear } from '#ui/missing-year.tsx'
import { type CaseLine, CaseTable } from '../ui/case-table.tsx'

/** The pages with lists: the day, a list, what was found. */

export interface TodayProps {
  today: Day
  figures: { name: string; count: number; href: string }[]
  due: CaseLine[]
  waiting: { waits: Waits; lines: CaseLine[] }[]
  warned: CaseLine[]
  turned: CaseLine[]
  approvals: CaseLine[]
  /** Years without a published holiday calendar that dates reach into. */
  missingYear: number | null
}

const many = 99

const Section = ({ title, lines, today }: { title: string; lines: CaseLine[]; today: Day }) =>
  lines.length === 0 ? null : (
    <section class="section">
      <h2 class="section-head">{title}</h2>
      <CaseTable lines={lines} caption={title} today={today} empty="" />
    </section>
  )

export const TodayPage = (props: TodayProps) => {
  const { today, figures, due, waiting, warned, turned, approvals, missingYear } = props
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
            <dd>{count >= many ? `${many}+` : count}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <a class="button" href={deskPaths.register}>
          <Icon name="write" />
          登记一件
        </a>
        <a class="button secondary" href={deskPaths.digest}>
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

export interface ListPageProps {
  title: string
  today: Day
  lists: { name: string; href: string; current: boolean }[]
  filters: { name: string; href: string; current: boolean }[]
  /** The form that narrows a list further. */
  narrow: Child
  lines: CaseLine[]
  next: string | undefined
}

const Choices = ({ label, links }: { label: string; links: ListPageProps['lists'] }) => (
  <nav aria-label={label}>
    <ul class="filters">
      {links.map(({ name, href, current }) => (
        <li>
          <a href={href} aria-current={current ? 'true' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

interface NarrowProps {
  list: string
  filter: {
    waits?: string | undefined
    colour?: number | undefined
    all?: boolean
    category?: string | undefined
    status?: string | undefined
    region?: string | undefined
    since?: string | undefined
  }
}

const areaChoices = () =>
  townsAndVillages().map(({ town, villages }) => ({
    name: town.name,
    options: [town, ...villages].map(({ id, name }) => ({ value: id, name })),
  }))

/** 按事情、地方、状态、日期找: a plain form that leads to an address. */
export const NarrowForm = ({ list, filter }: NarrowProps) => {
  const { category, status, region, since } = filter
  const chosen: Record<string, string | undefined> = { category, status, region, since }
  const state = { value: (name: string) => chosen[name] ?? '', error: () => undefined }
  const kept = {
    list,
    waits: filter.waits,
    colour: filter.colour === undefined ? undefined : String(filter.colour),
    all: filter.all ? '1' : undefined,
  }
  return (
    <details class="more-moves" open={Boolean(category || status || region || since)}>
      <summary>按事情、地方、状态、日期找</summary>
      <form action={deskPaths.cases} method="get">
        {Object.entries(kept).map(([name, value]) =>
          value ? <input type="hidden" name={name} value={value} /> : null,
        )}
        <Select
          state={state}
          name="category"
          label="哪方面的事"
          groups={categoryIds.map((value) => ({ value, name: categories[value].name }))}
        />
        <Select state={state} name="region" label="哪里" groups={areaChoices()} />
        <Select
          state={state}
          name="status"
          label="状态"
          groups={statusIds.map((value) => ({ value, name: statuses[value].name }))}
        />
        <TextField state={state} name="since" label="哪天以后登记的" hint="写成 2026-12-03 这样。" optional />
        <div class="actions">
          <button class="button secondary" type="submit">
            只看这些
          </button>
        </div>
      </form>
    </details>
  )
}

export const ListPage = ({ title, today, lists, filters, narrow, lines, next }: ListPageProps) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{title}</h1>
    </header>
    <Choices label="看哪些" links={lists} />
    <Choices label="只看" links={filters} />
    {narrow}
    <CaseTable
      lines={lines}
      caption={title}
      today={today}
      empty={next ? '前面没有，点下一页接着找。' : '这里没有案件。'}
    />
    {next ? (
      <p class="section">
        <a class="button secondary" href={next}>
          下一页
        </a>
      </p>
    ) : null}
  </div>
)

/** The narrowings a list knows, by what waits and by colour. */
export const filterChoices = (): { name: string; waits?: Waits; colour?: number; all?: true }[] => [
  { name: '在办' },
  ...waitIds.map((id) => ({ name: waits[id].name, waits: id })),
  ...colours.map(({ name }, colour) => ({ name: `${name}色`, colour })),
  { name: '全部，新动的在前', all: true },
]
