import { dayOf, rfc3339, spokenDay } from '#domain/basics/time.ts'
import type { PublicCase } from '#domain/following/followed-view.ts'
import { isEnded } from '#domain/words/statuses.ts'

/** The figure in the lane that marks the position of the case. */
const Person = () => (
  <svg viewBox="0 0 40 56" aria-hidden="true" focusable="false">
    <circle cx="20" cy="12" r="6.5" />
    <path d="M13 21h14q3 3 4 11l1 20H8l1-20q1-8 4-11z" />
  </svg>
)

/** The steps of a case; the last is where it is now, unless these are `older` ones. */
export const Lane = ({ view, year, older = false }: { view: PublicCase; year: string; older?: boolean }) => {
  const isNow = (index: number) => !older && index === view.timeline.length - 1 && !isEnded(view.status)
  return (
    <ol class="timeline">
      {view.timeline.map(({ at, text }, index) => (
        <li class={isNow(index) ? 'now' : ''} aria-current={isNow(index) ? 'step' : undefined}>
          {isNow(index) ? <Person /> : null}
          <time datetime={rfc3339(at)}>{spokenDay(dayOf(at), year)}</time>
          <b>{text}</b>
        </li>
      ))}
      {older
        ? null
        : view.next.map(({ what, by }) => (
            <li class="next">
              <span class="when">{spokenDay(by, year)}前</span>
              <b>{what}</b>
            </li>
          ))}
    </ol>
  )
}
