import type { Child } from 'hono/jsx'
import { unansweredIn } from '#domain/history/conversation.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { nobodyAboveHint } from '#domain/moves/failure-sentences.ts'
import { stepsOf } from '#domain/moves/next-steps.ts'
import { type MoveKind, moves } from '#domain/moves/table.ts'
import { movePath, withQuery } from '#domain/routes/desk.ts'
import { Card } from '#ui/card.tsx'
import type { OpenedFrom } from '../lists/opened-from.ts'
import type { CaseView } from './case-view.ts'

/** The moves open to this person: 下一步, at most three; 交给别人; 也可以, folded. */

/** What was done since the case was filed or last marked as dangerous. */
const doneIn = ({ events }: CaseView): string[] =>
  events.slice(events.findLastIndex(({ kind }) => kind === 'danger-marked') + 1).map(({ kind }) => kind)

/** The open moves of a view, sorted for its page. */
export const stepsIn = (view: CaseView) =>
  stepsOf(view.moves, {
    ...view,
    done: doneIn(view),
    unanswered: unansweredIn(view.events).length > 0,
    approved: draftIn(view.events)?.state === 'approved',
  })

interface LinkProps {
  number: string
  kinds: MoveKind[]
  from: OpenedFrom
}

const MoveLinks = ({ number, kinds, from }: LinkProps) => (
  <ul class="moves">
    {kinds.map((kind) => (
      <li>
        <a href={withQuery(movePath(number, kind), from.query)}>
          <b>{moves[kind].name}</b>
          <span>{moves[kind].purpose}</span>
        </a>
      </li>
    ))}
  </ul>
)

const Buttons = ({ number, kinds, from }: LinkProps) => (
  <ul class="next-steps">
    {kinds.map((kind, index) => (
      <li>
        <a
          class={index === 0 ? 'button' : 'button secondary'}
          href={withQuery(movePath(number, kind), from.query)}
        >
          {moves[kind].name}
        </a>
        <p class="soft small">{moves[kind].purpose}</p>
      </li>
    ))}
  </ul>
)

/** 下一步: the sensible next steps as buttons. */
export const NextSteps = ({ view, from }: { view: CaseView; from: OpenedFrom }) => {
  const { next } = stepsIn(view)
  return (
    <Card title="下一步" also="no-print">
      {next.length > 0 ? (
        <Buttons number={view.number} kinds={next} from={from} />
      ) : (
        <p class="soft">您这里没有要做的。</p>
      )}
    </Card>
  )
}

/** 交给别人 and 也可以: all other moves, folded. */
export const OtherMoves = ({ view, from }: { view: CaseView; from: OpenedFrom }): Child => {
  const { away, rest } = stepsIn(view)
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
            <MoveLinks number={view.number} kinds={kinds} from={from} />
          </details>
        ) : null,
      )}
      {view.endsHere ? <p class="soft small">往上没有可以交的单位了。{nobodyAboveHint}</p> : null}
    </>
  )
}
