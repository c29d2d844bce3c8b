import { concludedBy, saidOfItem } from '#domain/agreement/current.ts'
import { textIn } from '#domain/agreement/text-in.ts'
import { itemStates, paperWords } from '#domain/agreement/words.ts'
import { dayOf, signedDay } from '#domain/basics/time.ts'
import { type CaseEvent, complainant, isPerson, sideNames, staffIdOf } from '#domain/history/events.ts'
import { wordIn } from '#domain/history/words.ts'
import { sessionsIn } from '#domain/sessions/sessions.ts'
import type { AgreementForm } from '#domain/words/agreement-forms.ts'
import { meetingForms } from '#domain/words/meetings.ts'
import { revisits } from '#domain/words/revisits.ts'
import type { DossierCase } from './case.ts'
import { eachOf, type From, type Occasion } from './occasion.ts'

/** What is recorded of a mediation: its meetings, what was agreed, whether it was kept. */

/** Minutes of each meeting that has some, called by the form of the meeting. */
export const minutes: From = ({ events }) =>
  sessionsIn(events)
    .filter((session) => session.minutes.length > 0)
    .map(({ id, unit, start, form }) => ({
      seq: id,
      unit,
      title: meetingForms[form].minutes,
      facts: { day: signedDay(dayOf(start)) },
    }))

/** Each agreement whose text was concluded, on the day from which it binds; a reopened case can have several. */
const concluded = (view: DossierCase, form?: AgreementForm): Occasion[] =>
  eachOf('settled')(view).flatMap((one) => {
    const end = concludedBy(view.events, one.seq)?.concluded
    if (!end || (form && end.form !== form)) return []
    return [{ ...one, facts: { ...one.facts, day: signedDay(end.effectiveOn) } }]
  })

/** Agreements of a form. */
export const agreed =
  (form: AgreementForm): From =>
  (view) =>
    concluded(view, form)

const nameOf = ({ names }: DossierCase, { actor }: CaseEvent): string => {
  if (!isPerson(actor)) return `${names.get(staffIdOf(actor) ?? '') ?? '工作人员'}记`
  return actor === complainant ? sideNames.complainant : sideNames.other
}

/** Every item of an agreement, each with what was said of it until another one was written. */
const performed = (view: DossierCase, { seq }: Occasion): string | undefined => {
  const agreement = concludedBy(view.events, seq)
  const text = agreement && textIn(view, agreement)
  const next = view.events.find((event) => event.kind === 'agreement' && event.seq > seq)
  const said = view.events.filter(
    (event) =>
      saidOfItem[event.kind] && event.seq > seq && event.seq < (next?.seq ?? Number.POSITIVE_INFINITY),
  )
  if (!text || said.length === 0) return
  return text.items
    .flatMap((item) => {
      const lines = said
        .filter(({ data }) => data.item === item.id)
        .map((event) => {
          const state = saidOfItem[event.kind] ?? 'open'
          return `　　${signedDay(dayOf(event.at))}，${nameOf(view, event)}：${itemStates[state]}`
        })
      const all = lines.length > 0 ? lines : [`　　${itemStates.open}`]
      return [`${item.id}．${paperWords(item, text.parties)}`, ...all]
    })
    .join('\n')
}

/** For each agreement of which something was said to be done or not. */
export const performance: From = (view) =>
  concluded(view).flatMap((one) => {
    const lines = performed(view, one)
    return lines ? [{ ...one, facts: { ...one.facts, performed: lines } }] : []
  })

/** Each revisit, one that reached nobody too. */
export const revisit = eachOf('revisited', (event, view) => ({
  found: event.data.kept && revisits[event.data.kept].name,
  recorder: view.names.get(staffIdOf(event.actor) ?? ''),
  reason: wordIn(view, event, 'reason'),
}))
