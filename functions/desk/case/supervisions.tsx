import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { type Supervision, supervisionsIn } from '#domain/desk/supervisions.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { type WithWords, wordIn } from '#domain/history/words.ts'
import { unit } from '#domain/places/areas.ts'

/** What an event says, by its number; empty if it cannot be read. */
const saidIn = (view: WithWords, seq: number | undefined): string => {
  const event = view.events.find((one: CaseEvent) => one.seq === seq)
  return event ? (wordIn(view, event, 'reason') ?? '') : ''
}

const Question = ({ view, asked }: { view: WithWords; asked: Supervision }) => (
  <li>
    <p>
      <b>{unit(asked.by).name}</b> {spokenDay(dayOf(asked.askedAt))}问
      {asked.answer ? '' : `，${spokenDay(asked.answerBy)}前回话`}
    </p>
    <p class="says typed">{saidIn(view, asked.seq)}</p>
    {asked.answer ? (
      <>
        <p>
          <b>{unit(asked.answer.acting).name}</b> {spokenDay(dayOf(asked.answer.at))}回
        </p>
        <p class="says typed">{saidIn(view, asked.answer.seq)}</p>
      </>
    ) : null}
  </li>
)

/**
 * 督办: what units above have asked, with the answers. Nothing if nobody has.
 * @param open only what waits for an answer, for the form of the answer
 */
export const Supervisions = ({ view, open = false }: { view: WithWords; open?: boolean }) => {
  const asked = supervisionsIn(view.events).filter(({ answer }) => !open || answer === null)
  return asked.length === 0 ? null : (
    <section class="section" aria-labelledby="supervisions">
      <h2 id="supervisions" class="section-head">
        督办
      </h2>
      <ul class="lines">
        {asked.map((one) => (
          <Question view={view} asked={one} />
        ))}
      </ul>
    </section>
  )
}
