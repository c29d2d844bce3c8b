import type { Instant } from '#domain/basics/time.ts'
import { type MoveKind, moves } from '#domain/moves/table.ts'
import type { OpenedFrom } from '../lists/opened-from.ts'
import { moveHref, newestSeq } from '../moves/move-href.ts'
import { Due } from '../ui/warning.tsx'
import { stepsIn } from './case-moves.tsx'
import type { CaseView } from './case-view.ts'
import { nextDue } from './next-due.ts'

/** On phones, at the foot of the screen: the main step, a word to the person, and the date that comes first. */
export const CaseBar = ({ view, from, now }: { view: CaseView; from: OpenedFrom; now: Instant }) => {
  const [main] = stepsIn(view, now).next
  const talk: MoveKind = 'message'
  const due = nextDue(view)
  if (!main && due === null) return null
  const href = (kind: MoveKind) => moveHref(view.number, kind, newestSeq(view.events), from.query)
  return (
    <nav class="case-bar" aria-label="手边的">
      {main ? (
        <a class="button" href={href(main)}>
          {moves[main].name}
        </a>
      ) : null}
      {main !== talk && view.moves.includes(talk) ? (
        <a class="button secondary" href={href(talk)}>
          {moves[talk].name}
        </a>
      ) : null}
      {due === null ? null : (
        <a class="due" href="#clocks">
          <Due {...due} now={now} short />
        </a>
      )}
    </nav>
  )
}
