import type { BatchKind } from '#domain/moves/batch.ts'
import { moves } from '#domain/moves/table.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { listHref } from '../lists/address.ts'
import { batchHref } from './address.ts'
import { DoneList } from './done-list.tsx'
import type { DoneLine } from './read-done.ts'

interface Props {
  kind: BatchKind
  lines: readonly DoneLine[]
  /** Moves that this person may make with these cases next. */
  next: readonly BatchKind[]
}

/** The page after a batch whose cases were all moved. */
export const BatchDonePage = ({ kind, lines, next }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>
        {moves[kind].name} {lines.length} 件：已经记下
      </h1>
      {kind === 'accepted' ? <p>现在由您承办，期限开始走了。每一位都能用查询码看到“已受理”。</p> : null}
    </header>
    <DoneList kind={kind} lines={lines} />
    <p class="actions">
      <a class="button" href={deskPages.today.path}>
        回今天
      </a>
      <a class="button secondary" href={listHref('desk', { waits: 'new' })}>
        接着看待受理的
      </a>
      {next.map((one) => (
        <a
          class="button secondary"
          href={batchHref(
            one,
            lines.map(({ number }) => number),
          )}
        >
          {moves[one].name}这几件
        </a>
      ))}
    </p>
  </div>
)
