import type { BatchKind } from '#domain/moves/batch.ts'
import { moves } from '#domain/moves/table.ts'
import { movedPath } from '#domain/routes/desk.ts'
import type { DoneLine } from './read-done.ts'

/** The cases of a batch that were moved, each with a link to its page. */
export const DoneList = ({ kind, lines }: { kind: BatchKind; lines: readonly DoneLine[] }) =>
  lines.length === 0 ? null : (
    <section class="section" aria-labelledby="done">
      <h2 id="done" class="section-head">
        {moves[kind].name}好了 {lines.length} 件
      </h2>
      <ul class="moves">
        {lines.map(({ number, seq, title }) => (
          <li>
            <a href={movedPath(number, seq)}>
              <b>{title}</b>
              <span>{number}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
