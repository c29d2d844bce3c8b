import { dayOf, signedDay } from '#domain/basics/time.ts'
import type { Facts } from '#domain/content/dossier-facts.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { wordIn } from '#domain/history/words.ts'
import type { DossierCase } from './case.ts'

/** What a row of `occasions` is made of. */

/** One time that a document is made: an extension, an answer. */
export interface Occasion {
  /** Number of the event it is made of; 0 for one that is made of the case as a whole. */
  seq: number
  /** The unit that signs. */
  unit: string
  /** What it is called, if not as its document. */
  title?: string
  facts: Facts
}

/** The occasions of a document, in order. */
export type From = (view: DossierCase) => Occasion[]

/** What was said to the complainant with an event: in its own words, or in the message that follows it. */
const messageOf = (view: DossierCase, event: CaseEvent): string | undefined => {
  const next = view.events.find(({ seq }) => seq === event.seq + 1)
  const beside = next?.kind === 'message' && next.at === event.at && next.actor === event.actor
  return (
    wordIn(view, event, 'decision') ?? (beside ? wordIn(view, next, 'text') : wordIn(view, event, 'text'))
  )
}

/** Made of an event, on its day and by its unit. */
export const occasion = (view: DossierCase, event: CaseEvent, facts: Facts = {}): Occasion => ({
  seq: event.seq,
  unit: event.unit,
  facts: { day: signedDay(dayOf(event.at)), message: messageOf(view, event), ...facts },
})

/** Made of each event of a kind. */
export const eachOf =
  (kind: CaseEvent['kind'], facts: (event: CaseEvent, view: DossierCase) => Facts = () => ({})): From =>
  (view) =>
    view.events
      .filter((event) => event.kind === kind)
      .map((event) => occasion(view, event, facts(event, view)))

/** Made of the case as a whole, if it has what is needed. */
export const whole =
  (stands: (view: DossierCase) => boolean, facts: (view: DossierCase) => Facts = () => ({})): From =>
  (view) =>
    stands(view) ? [{ seq: 0, unit: view.unit, facts: facts(view) }] : []
