import { spokenInstant } from '#domain/basics/time.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import { type CaseEvent, complainant, isPerson, partyOf } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { type AskedCall, saidWords, type WithWords, wordIn } from '#domain/history/words.ts'
import { answering } from '#domain/moves/next-steps.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { type MoveKind, moves } from '#domain/moves/table.ts'
import { agreementPath, filePath } from '#domain/routes/desk.ts'
import { eventRow } from '#domain/words/events.ts'
import { captionIn } from '../files/rows.ts'
import type { OpenedFrom } from '../lists/opened-from.ts'
import { moveHref, newestSeq } from '../moves/move-href.ts'
import { Phone } from './phone.tsx'

/** Who acted, if it is not the complainant, whom the sentence itself names. */
const who = ({ events }: WithWords, { actor }: CaseEvent): string =>
  isPerson(actor) && actor !== complainant ? personLabel(events, partyOf(actor)) : ''

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
      {who(view, event)}
      {staffWords(event)}：
      <a href={filePath(number, event.data.file?.id ?? '')}>{captionIn(view, event) || '打开看'}</a>
    </p>
  </li>
)

/** The moves that answer, beside the words: on a phone the others are a long way down. */
interface AnswersProps {
  number: string
  /** Number of the newest event that the page shows. */
  seen: number
  open: readonly MoveKind[]
  from: OpenedFrom
}

const Answers = ({ number, seen, open, from }: AnswersProps) => {
  const kinds = answering.filter((kind) => open.includes(kind))
  return kinds.length === 0 ? null : (
    <p class="no-print">
      {kinds.map((kind) => (
        <a class="more" href={moveHref(number, kind, seen, from.query)}>
          {moves[kind].name}
        </a>
      ))}
    </p>
  )
}

interface Props {
  view: WithWords
  number: string
  /** On the page of the case: what this person can do with it. Absent in the form of an answer. */
  page?: { open: readonly MoveKind[]; from: OpenedFrom }
}

/** 来话: what the holder of a code wrote and nobody has answered yet, above the story. */
export const Unanswered = ({ view, number, page }: Props) => {
  const waiting = unansweredIn(view.events)
  if (waiting.length === 0) return null
  const answers = page === undefined || page.open.includes('message')
  return (
    <section class="section" aria-labelledby="unanswered">
      <h2 id="unanswered" class="section-head">
        {waiting.every(({ kind }) => kind === 'urged')
          ? '申请人催了，还没有回'
          : `${waiting.every(({ actor }) => actor === complainant) ? '申请人' : '当事人'}来话了，还没有回`}
      </h2>
      <ul class="lines">
        {waiting.map((event) => {
          if (event.kind === 'file-added') return <GivenFile view={view} number={number} event={event} />
          if (event.kind === 'urged')
            return (
              <li>
                <p class="soft small">{spokenInstant(event.at)}</p>
                <p class="says">
                  {staffWords(event)}。{answers ? '回一句话，说说办到哪一步、哪天有结果。' : ''}
                </p>
              </li>
            )
          if (event.kind === 'item-missed')
            return (
              <li>
                <p class="soft small">{spokenInstant(event.at)}</p>
                <p class="says">
                  {staffWords(event)}。<a href={agreementPath(number)}>看协议，问一问、催一催</a>
                </p>
              </li>
            )
          if (event.kind === 'mediator-asked')
            return (
              <li>
                <p class="soft small">{spokenInstant(event.at)}</p>
                <p class="says">
                  {who(view, event)}
                  {staffWords(event)}。哪一方提出来，都换：用“{moves['mediator-changed'].name}
                  ”；没有人可换，写给本人说明。
                </p>
              </li>
            )
          const said = saidWords(view, event)
          const text = said?.text ?? wordIn(view, event, 'text')
          const silent = eventRow(event.kind).words === 'none' || text === ''
          return (
            <li>
              <p class="soft small">
                {spokenInstant(event.at)} · {who(view, event)}
                {staffWords(event)}
              </p>
              {silent ? null : <p class="says typed">{text ?? <span class="soft">内容读不出来了。</span>}</p>}
              {said?.call ? <Call view={view} call={said.call} event={event} /> : null}
            </li>
          )
        })}
      </ul>
      {page ? <Answers number={number} seen={newestSeq(view.events)} {...page} /> : null}
    </section>
  )
}
