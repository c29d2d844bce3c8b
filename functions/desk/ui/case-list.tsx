import { dayOf, daysBetween, type Instant } from '#domain/basics/time.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { area, areaName, unit } from '#domain/places/areas.ts'
import { casePath, withQuery } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import { ledgerTag } from '#domain/words/channels.ts'
import { deskStatus, statuses } from '#domain/words/statuses.ts'
import { tracks } from '#domain/words/tracks.ts'
import { personWaits } from '#domain/words/waits.ts'
import { Due, WaitsTag, WarningTag } from './warning.tsx'

/** Name of a chosen case in a form and in the query. */
export const caseField = 'case'

/** Names of those who have the cases of a list, by case id. */
export type WhoHas = Map<string, { assignee?: string; leader?: string }>

interface Props {
  lines: ListedCase[]
  caption: string
  now: Instant
  /** Who handles and who answers for the cases; without it nobody is named. */
  who?: WhoHas
  /** The reader's unit, which is not repeated in each row. */
  own?: string
  /** Text for an empty list. */
  empty: string
  /** The query that says which page the cases are opened from. */
  from?: string
  /** With a checkbox for each case, inside a form; true if all are chosen already. */
  pick?: { all: boolean } | undefined
}

/** The title of a case in a list: 事由, or category and place until staff have written one. Never a person's name. */
export const subjectOf = ({
  subject,
  category,
  region,
}: Pick<ListedCase, 'subject' | 'category' | 'region'>): string =>
  subject ?? `${categories[category].name}，${areaName(region)}`

const Who = ({ line, who }: { line: ListedCase; who: WhoHas }) => {
  const { assignee, leader } = who.get(line.caseId) ?? {}
  return (
    <span class="who">
      {assignee ?? (statuses[line.status].phase === 'new' ? '没人承办' : '')}
      {leader ? `（包案 ${leader}）` : ''}
    </span>
  )
}

/** How many days somebody of the case has waited for a word, and that they want to be called. */
const Waited = ({ line: { waits, waitsSince, callAsked }, now }: { line: ListedCase; now: Instant }) => {
  const waited = waits !== '' && personWaits.includes(waits) && waitsSince !== null
  const days = waited ? daysBetween(dayOf(waitsSince), dayOf(now)) : 0
  return (
    <>
      {days > 0 ? (
        <>
          {' '}
          <span class="no-break">等了 {days} 天</span>
        </>
      ) : null}
      {callAsked ? (
        <>
          {' '}
          <b class="no-break">要回电话</b>
        </>
      ) : null}
    </>
  )
}

type RowProps = Pick<Props, 'now' | 'who' | 'own' | 'from' | 'pick'> & { line: ListedCase }

const Row = ({ line, now, who, own, from = '', pick }: RowProps) => (
  <li>
    {pick ? (
      <label class="pick">
        <input type="checkbox" name={caseField} value={line.number} checked={pick.all} />
        <span class="visually-hidden">
          勾选 {subjectOf(line)}，{line.number}
        </span>
      </label>
    ) : null}
    <span class="colour">
      {/* Nobody here watched how the clocks of an old ledger ran. */}
      {line.imported && line.colour === 0 ? null : <WarningTag rank={line.colour} short />}
    </span>
    <span class="what">
      <a href={withQuery(casePath(line.number), from)}>{subjectOf(line)}</a>
      <span class="meta">
        {line.imported ? `${ledgerTag} · ` : ''}
        {line.number} · {tracks[line.track].name} · {categories[line.category].name}
      </span>
    </span>
    <span class="facts">
      <span class="where">
        {line.unit !== own ? unit(line.unit).name : line.subject === null ? '' : area(line.region).name}
      </span>
      {/* Without 事由 many rows read alike: on a phone, the six digits that 查找 takes tell them apart. */}
      <span class="nameless">{line.subject === null ? line.number.slice(5) : ''}</span>
      {who ? <Who line={line} who={who} /> : null}
      <span class="state">
        {line.waits === '' ? deskStatus(line.status) : <WaitsTag waiting={line.waits} />}
        <Waited line={line} now={now} />
      </span>
      <span class="until">
        <Due dueAt={line.dueAt} hours={line.waits === 'contact'} now={now} />
      </span>
    </span>
  </li>
)

/** Cases as rows, each of them one link: a line on a wide screen, two on a phone. */
export const CaseList = ({ lines, caption, empty, ...row }: Props) =>
  lines.length === 0 ? (
    <p class="soft">{empty}</p>
  ) : (
    <ul class="case-rows" aria-label={caption}>
      {lines.map((line) => (
        <Row line={line} {...row} />
      ))}
    </ul>
  )
