import { signedDay } from '#domain/basics/time.ts'
import { evidenceOf } from '#domain/history/case-files.ts'
import { type CaseEvent, complainant, partyScope } from '#domain/history/events.ts'
import { othersIn } from '#domain/history/other-side.ts'
import { personIn } from '#domain/history/people.ts'
import { wordIn } from '#domain/history/words.ts'
import { deliveries } from '#domain/moves/fields.ts'
import { unit } from '#domain/places/areas.ts'
import type { DossierCase } from './case.ts'
import { clocksAt, isRecord, periods, record, ways } from './listed-facts.ts'
import { agreed, minutes, performance, revisit } from './mediated.ts'
import { eachOf, type From, type Occasion, occasion, whole } from './occasion.ts'

/**
 * What each document of a case is made of: one row a document, `from` gives its occasions. A document without a row has
 * none: it is always there, a form to write on, or on paper only (content/dossier.yaml). Nothing here asks whether a case
 * is in danger: papers of such a case are those of any other (rules.md R49).
 */

const isPetition = (view: DossierCase, before: CaseEvent): boolean =>
  view.events.findLast(({ seq, data }) => seq <= before.seq && data.matter !== undefined)?.data.matter ===
  'petition'

const answers: From = (view) =>
  eachOf('answered')(view).filter(({ seq }) =>
    view.events.some((event) => event.seq === seq && isPetition(view, event)),
  )

/** A slip for each of the other side. */
const toOthers: From = (view) =>
  othersIn(view.events).map((party) => ({
    seq: party,
    unit: view.unit,
    facts: { recipient: personIn(view, partyScope(party)).name },
  }))

const settled = whole(({ events }) => events.some(({ kind }) => kind === 'settled'))

export const occasions = {
  application: whole(({ events }) => events[0]?.kind === 'filed'),
  petition: whole(({ events }) => events[0]?.kind === 'filed'),
  registration: whole(({ events }) => events.some(({ kind }) => kind === 'accepted')),
  log: whole(
    ({ events }) => events.some(isRecord),
    (view) => ({ record: record(view) }),
  ),
  minutes,
  hearing: minutes,
  agreement: agreed('written'),
  oral: agreed('oral'),
  performance,
  revisit,
  ended: eachOf('failed', (event) => ({ ways: ways(event) })),
  // Each step to another desk, whatever moved it: who passes it on tells where it went (信访工作条例 23).
  'pass-on': (view) =>
    view.events.flatMap((event, place) => {
      const before = view.events[place - 1]
      if (!before || before.unit === event.unit) return []
      const { name: to, phone: toPhone } = unit(event.unit)
      const passed = occasion(view, event, { from: unit(before.unit).name, to, toPhone, message: undefined })
      return [{ ...passed, unit: before.unit }]
    }),
  accept: eachOf('accepted', (event, view) => ({ periods: periods(event, view) })),
  decline: eachOf('declined'),
  extension: eachOf('extended', (event, view) => {
    const { extends: added } = event.data
    const due = clocksAt(event, view).find(({ rule }) => rule.id === added?.rule)?.due
    return { days: added && String(added.days), due: due && signedDay(due) }
  }),
  refer: eachOf('referred', (event, view) => ({ body: wordIn(view, event, 'body') })),
  'hand-over': eachOf('referred', (event, view) => ({
    body: wordIn(view, event, 'body'),
    reason: wordIn(view, event, 'reason'),
    answerBy: event.data.answerBy && signedDay(event.data.answerBy),
  })),
  answer: answers,
  review: (view) => answers(view).map((one) => ({ ...one, facts: { day: one.facts.day } })),
  evidence: whole(({ events }) => evidenceOf(events).length > 0),
  delivery: (view) => {
    const { name } = personIn(view, complainant)
    return eachOf('delivered', ({ data: { delivery } }) => ({
      recipient: name,
      deliveredBy: delivery && deliveries[delivery.by],
      deliveredOn: delivery && signedDay(delivery.on),
    }))(view)
  },
  'delivery-other': toOthers,
  // The other side of a petition is given nothing, unless both made an agreement (信访工作条例 33); one who is not
  // registered has their name written on it.
  'delivery-settled': (view) => {
    const slips = settled(view)
    return slips.length > 0 && othersIn(view.events).length > 0 ? toOthers(view) : slips
  },
} as const satisfies Record<string, From>

const table: Partial<Record<string, From>> = occasions

/**
 * The occasions of a document of a case, in order.
 * @returns empty if it does not stand, or has no row
 */
export const occasionsOf = (id: string, view: DossierCase): Occasion[] =>
  Object.hasOwn(table, id) ? (table[id]?.(view) ?? []) : []
