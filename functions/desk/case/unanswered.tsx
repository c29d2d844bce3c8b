import { spokenInstant } from '#domain/basics/time.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import { type AskedCall, saidWords, type WithWords } from '#domain/history/words.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { filePath } from '#domain/routes/desk.ts'
import { captionIn } from '../files/rows.ts'
import { Phone } from './phone.tsx'

/** A call that is asked for: which number and when, or the numbers given with the filing. */
const Call = ({ view, call, event }: { view: WithWords; call: AskedCall; event: CaseEvent }) => {
  const person = personIn(view, event.actor)
  return (
    <p>
      <b>请回电话：</b>
      <Phone number={call.number ?? person.phone} />
      {call.when ? `，${call.when}` : ''}
      {person.contact?.mayCall === false ? '。登记时说过不能打电话：先想一想，是不是本人要的' : ''}
    </p>
  )
}

/** A file that was given, with the way to it. */
const GivenFile = ({ view, number, event }: { view: WithWords; number: string; event: CaseEvent }) => (
  <li>
    <p class="soft small">{spokenInstant(event.at)}</p>
    <p>
      {staffWords(event, new Map())}：
      <a href={filePath(number, event.data.file?.id ?? '')}>{captionIn(view, event) || '打开看'}</a>
    </p>
  </li>
)

/** 来话: what the holder of a code wrote and nobody has answered yet, above the story. */
export const Unanswered = ({ view, number }: { view: WithWords; number: string }) => {
  const waiting = unansweredIn(view.events)
  if (waiting.length === 0) return null
  return (
    <section class="section" aria-labelledby="unanswered">
      <h2 id="unanswered" class="section-head">
        申请人来话了，还没有回
      </h2>
      <ul class="lines">
        {waiting.map((event) => {
          if (event.kind === 'file-added') return <GivenFile view={view} number={number} event={event} />
          if (event.kind === 'urged')
            return (
              <li>
                <p class="soft small">{spokenInstant(event.at)}</p>
                <p class="says">{staffWords(event)}。回一句话，说说办到哪一步、哪天有结果。</p>
              </li>
            )
          const said = saidWords(view, event)
          return (
            <li>
              <p class="soft small">{spokenInstant(event.at)}</p>
              <p class="says typed">{said ? said.text : <span class="soft">内容读不出来了。</span>}</p>
              {said?.call ? <Call view={view} call={said.call} event={event} /> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
