import type { Child } from 'hono/jsx'
import type { Instant } from '#domain/basics/time.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { CaseList, type WhoHas } from '../ui/case-list.tsx'

export interface ListPageProps {
  title: string
  now: Instant
  lists: { name: string; href: string; current: boolean }[]
  filters: { name: string; href: string; current: boolean }[]
  /** The form with further filters. */
  narrow: Child
  lines: ListedCase[]
  who: WhoHas
  /** The reader's unit. */
  own: string
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

/** One page of a work list, with links to other lists, filters and the next page. */
export const ListPage = ({ title, now, lists, filters, narrow, lines, who, own, next }: ListPageProps) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{title}</h1>
    </header>
    <Choices label="看哪些" links={lists} />
    <Choices label="只看" links={filters} />
    {narrow}
    <CaseList
      lines={lines}
      caption={title}
      now={now}
      who={who}
      own={own}
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
