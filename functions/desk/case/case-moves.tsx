import type { Child } from 'hono/jsx'
import type { Instant } from '#domain/basics/time.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import { numberMissing } from '#domain/history/petition.ts'
import { publicationIn } from '#domain/history/publication.ts'
import { nobodyAboveHint } from '#domain/moves/failure-sentences.ts'
import { stepsOf } from '#domain/moves/next-steps.ts'
import { towardsPerformed } from '#domain/moves/performing.ts'
import { type MoveKind, moves } from '#domain/moves/table.ts'
import { towardsTable } from '#domain/moves/towards-table.ts'
import { Card } from '#ui/card.tsx'
import type { OpenedFrom } from '../lists/opened-from.ts'
import { moveHref, newestSeq } from '../moves/move-href.ts'
import type { CaseView } from './case-view.ts'

/** The moves open to this person: 下一步, at most three; 交给别人; 也可以, folded. */

/** What was done since the case was filed or last marked as dangerous. */
const doneIn = ({ events }: CaseView): string[] =>
  events.slice(events.findLastIndex(({ kind }) => kind === 'danger-marked') + 1).map(({ kind }) => kind)

/** True for a mediation that both sides can still come to. */
const isTalking = ({ track, status }: CaseView): boolean =>
  track === 'mediation' && (status === 'accepted' || status === 'mediating')

/** What an answer to be published waits for. */
const towardsPublished = (view: CaseView): readonly MoveKind[] => {
  const state = publicationIn(view.events)?.state
  if (state === 'asked') return ['publication-drafted']
  return state === 'drafted' ? ['publication-approved'] : []
}

/** What comes next by how far both sides are, at one table or with what they agreed; or an answer that is to be published. */
const towardsIn = (view: CaseView, now: Instant): readonly MoveKind[] => {
  if (isTalking(view)) return towardsTable(view.events, now)
  return view.status === 'settled' ? towardsPerformed(view.events) : towardsPublished(view)
}

/** The open moves of a view, sorted for its page. */
export const stepsIn = (view: CaseView, now: Instant) =>
  stepsOf(view.moves, {
    ...view,
    done: doneIn(view),
    unanswered: unansweredIn(view.events).length > 0,
    unnumbered: numberMissing(view.events) !== null,
    towards: towardsIn(view, now),
  })

interface LinkProps {
  view: CaseView
  kinds: MoveKind[]
  from: OpenedFrom
}

const hrefOf = ({ number, events }: CaseView, kind: MoveKind, from: OpenedFrom): string =>
  moveHref(number, kind, newestSeq(events), from.query)

const MoveLinks = ({ view, kinds, from }: LinkProps) => (
  <ul class="moves">
    {kinds.map((kind) => (
      <li>
        <a href={hrefOf(view, kind, from)}>
          <b>{moves[kind].name}</b>
          <span>{moves[kind].purpose}</span>
        </a>
      </li>
    ))}
  </ul>
)

const Buttons = ({ view, kinds, from }: LinkProps) => (
  <ul class="next-steps">
    {kinds.map((kind, index) => (
      <li>
        <a class={index === 0 ? 'button' : 'button secondary'} href={hrefOf(view, kind, from)}>
          {moves[kind].name}
        </a>
        <p class="soft small">{moves[kind].purpose}</p>
      </li>
    ))}
  </ul>
)

interface Props {
  view: CaseView
  from: OpenedFrom
  now: Instant
}

/** 下一步: the sensible next steps as buttons. */
export const NextSteps = ({ view, from, now }: Props) => {
  const { next } = stepsIn(view, now)
  return (
    <Card title="下一步" also="no-print">
      {next.length > 0 ? (
        <Buttons view={view} kinds={next} from={from} />
      ) : (
        <p class="soft">您这里没有要做的。</p>
      )}
    </Card>
  )
}

/** 交给别人 and 也可以: all other moves, folded. */
export const OtherMoves = ({ view, from, now }: Props): Child => {
  const { away, rest } = stepsIn(view, now)
  const folds: [string, MoveKind[]][] = [
    ['交给别人', away],
    ['也可以', rest],
  ]
  return (
    <>
      {folds.map(([name, kinds]) =>
        kinds.length > 0 ? (
          <details class="more-moves">
            <summary>
              {name}（{kinds.length}）
            </summary>
            <MoveLinks view={view} kinds={kinds} from={from} />
          </details>
        ) : null,
      )}
      {view.endsHere ? <p class="soft small">往上没有可以交的单位了。{nobodyAboveHint}</p> : null}
    </>
  )
}
