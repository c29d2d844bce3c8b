import type { Child } from 'hono/jsx'
import type { LedgerFault } from '#domain/ledger/filter.ts'
import { mostInCsv, mostInWorkbook } from '#domain/ledger/papers.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { Fold } from '#ui/fold.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { ListChoices } from '../ui/list-choices.tsx'
import { NextPage } from '../ui/next-page.tsx'

interface Link {
  name: string
  href: string
}

const Links = ({ links }: { links: Link[] }) => (
  <ul class="filters no-print">
    {links.map(({ name, href }) => (
      <li>
        <a href={href}>{name}</a>
      </li>
    ))}
  </ul>
)

interface Props {
  unitName: string
  /** The filter in words. */
  words: string
  faults: readonly LedgerFault[]
  form: Child
  /** The rows of this page; undefined where the filter has to be put right first. */
  rows: Child | undefined
  /** How many cases this page has, and whether it is the only one. */
  found: { cases: number; all: boolean }
  next: string | undefined
  /** True if a workbook was asked for and there are too many cases. */
  long: boolean
  /** The same cases under a name and on paper; and as files. */
  papers: Link[]
  files: Link[]
  /** Filters under a name, the own ones and those of colleagues. */
  views: { name: string; href: string; current: boolean }[]
}

/** 台账: the cases a reader may know of, open and ended, with the filter on top. */
export const LedgerPage = ({
  unitName,
  words,
  faults,
  form,
  rows,
  found,
  next,
  papers,
  files,
  views,
  long,
}: Props) => (
  <div class="page-width">
    <ErrorSummary errors={[...faults]} />
    <header class="page-head">
      <h1>{deskPages.ledger.name}</h1>
      <p>
        {unitName}看得到的案件，在办的和办结的都在。交出去的在“{deskPages.traces.name}”里。
      </p>
    </header>
    <ListChoices label="存下的看法" links={views} />
    {form}
    {rows === undefined ? null : (
      <section class="section">
        <h2 class="section-head">{words}</h2>
        {found.cases > 0 ? (
          <p class="soft">{found.all ? `一共 ${found.cases} 件。` : `这一页 ${found.cases} 件。`}</p>
        ) : null}
        <Links links={papers} />
        {/* Folded, so that on a phone the first case is in sight. */}
        <Fold title="存成文件" open={long}>
          <Links links={files} />
        </Fold>
        {long ? (
          <p class="note">
            这些案件超过 {mostInWorkbook} 件，XLSX 装不下。请用“存成 CSV”，一份最多查看 {mostInCsv}{' '}
            件，没有存完的，文件最后一行有接着存的地址；或者把日期分短一些。
          </p>
        ) : null}
        {found.cases > 0 ? (
          rows
        ) : (
          <p class="soft">{next ? '前面没有，点下一页接着找。' : '没有这样的案件。'}</p>
        )}
      </section>
    )}
    <NextPage href={next} />
  </div>
)
