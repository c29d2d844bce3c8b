import { rfc3339, spokenInstant } from '#domain/basics/time.ts'
import { type CaseEvent, isPerson, partyOf } from '#domain/history/events.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { wordIn, wordsIn } from '#domain/history/words.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { casePath } from '#domain/routes/desk.ts'
import { captionIn, factIn } from '../files/rows.ts'
import { actingUnitName, actorName } from '../ui/actor-name.ts'
import type { CaseView } from './case-view.ts'

/** 办理经过: all events of the history, newest first, with their unsealed words. */

/** True if the same move also sent this text to the person, in a separate event. */
const wasTold = (view: CaseView, { at, actor }: CaseEvent, text: string): boolean =>
  view.events.some(
    (event) =>
      event.kind === 'message' &&
      event.at === at &&
      event.actor === actor &&
      wordIn(view, event, 'text') === text,
  )

/** The call that a message asks for. */
const callWords = (view: CaseView, { kind, seq }: CaseEvent): string => {
  const call = kind === 'wrote' || kind === 'replied' ? wordsIn(view, { kind, seq })?.call : undefined
  return call ? ['请回电话', call.number, call.when].filter(Boolean).join('，') : ''
}

const shownWords = (view: CaseView, event: CaseEvent): string => {
  const decision = wordIn(view, event, 'decision') ?? ''
  return [
    wordIn(view, event, 'text'),
    callWords(view, event),
    // A decision is both in the record and in the message to the person; it is shown once.
    wasTold(view, event, decision) ? '' : decision,
    wordIn(view, event, 'reason'),
    wordIn(view, event, 'measure'),
    wordIn(view, event, 'body'),
    captionIn(view, event),
    factIn(view, event),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The events of a case, latest first, each with its unit, actor and readable text. */
export const History = ({ view }: { view: CaseView }) => (
  <ol class="history">
    {[...view.events].reverse().map((event) => {
      const text = shownWords(view, event)
      return (
        <li>
          <p class="soft small">
            <time datetime={rfc3339(event.at)}>{spokenInstant(event.at)}</time> · {actingUnitName(event)} ·{' '}
            {isPerson(event.actor)
              ? personLabel(view.events, partyOf(event.actor))
              : actorName(event.actor, view.names)}
          </p>
          <p>
            <b>{staffWords(event, view.names)}</b>
          </p>
          {text ? <p class="typed">{text}</p> : null}
          {event.data.other ? (
            <p>
              <a href={casePath(event.data.other)}>打开 {event.data.other}</a>
            </p>
          ) : null}
        </li>
      )
    })}
  </ol>
)
