import { dayOf, type Instant, spokenDay } from '#domain/basics/time.ts'
import { isRevisitDue, isUnkept, revisitIn } from '#domain/clocks/revisit.ts'
import { moves } from '#domain/moves/table.ts'
import { UnkeptWays } from '#ui/unkept-ways.tsx'
import type { CaseView } from '../case/case-view.ts'

/** On the page of a case: a revisit that is due or comes, and what fits if the agreement is not kept. */
export const RevisitNote = ({ view: { events, danger, track }, now }: { view: CaseView; now: Instant }) => {
  const revisit = danger ? null : revisitIn(events)
  if (!revisit) return null
  if (isUnkept(events))
    return (
      <div class="note" role="note">
        <b>回访：协议没有都照做</b>
        <p>还愿意谈的，用“{moves.reopened.name}”接着办。</p>
        {track === 'mediation' ? (
          <>
            <p>不愿意谈的，告诉当事人：</p>
            <UnkeptWays />
          </>
        ) : null}
      </div>
    )
  if (!isRevisitDue(events, now))
    return revisit.dueAt === null ? null : <p class="soft small">{spokenDay(dayOf(revisit.dueAt))}回访。</p>
  return (
    <div class="note" role="note">
      <b>{revisit.tries > 0 ? '该再回访一次了' : '该回访了'}</b>
      <p>
        问一问协议照做了没有，用“{moves.revisited.name}
        ”记下来。两次都联系不上，就不用再问。双方分开问，不把一方的话告诉另一方。
      </p>
    </div>
  )
}
