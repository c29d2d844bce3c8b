import { dayOf, signedDay } from '#domain/basics/time.ts'
import { lastDayOf } from '#domain/clocks/end-limits.ts'
import type { Facts } from '#domain/content/dossier-facts.ts'
import { contactLine } from '#domain/filing/contact.ts'
import { evidenceOf, fileName } from '#domain/history/case-files.ts'
import { type CaseEvent, complainant } from '#domain/history/events.ts'
import { namedOthers, personIn } from '#domain/history/people.ts'
import { petitionIn, petitionLine } from '#domain/history/petition.ts'
import { receivedOn } from '#domain/history/received.ts'
import { wordsIn, wordsOf } from '#domain/history/words.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { categories } from '#domain/words/categories.ts'
import { channels } from '#domain/words/channels.ts'
import { eventRow } from '#domain/words/events.ts'
import { deskStatus, isEnded } from '#domain/words/statuses.ts'
import type { DossierCase } from './case.ts'

/** The facts of a case that documents name; a fact that is not known is left out. */

const lastOf = ({ events }: DossierCase, kind: CaseEvent['kind']): CaseEvent | undefined =>
  events.findLast((event) => event.kind === kind)

const onDayOf = (event: CaseEvent | undefined): string | undefined => event && signedDay(dayOf(event.at))

/** The complainant: what they gave of themselves, and what they told. */
const applicantFacts = (view: DossierCase): Facts => {
  const { anonymous, name, phone, address, contact } = personIn(view, complainant)
  const filed = wordsOf(view, 'filed')
  return {
    applicant: anonymous ? '没有留姓名' : name,
    applicantPhone: anonymous ? undefined : phone,
    applicantAddress: address,
    applicantContact: contact && contactLine(contact),
    otherAsTold: filed?.otherParty,
    narrative: filed?.narrative,
    request: filed?.request,
    title: view.subject ?? filed?.title,
  }
}

/** The people of the other side, as staff registered them; the roll of a group stands on no paper. */
const otherFacts = (view: DossierCase): Facts => {
  const people = namedOthers(view)
  const lines = people.map(({ name, phone }) => [name, phone].filter(Boolean).join('，')).filter(Boolean)
  const others = people.flatMap(({ name }) => name ?? []).join('、') || undefined
  return {
    others,
    otherSide: others ?? wordsOf(view, 'filed')?.otherParty,
    othersContact: lines.join('；') || undefined,
  }
}

/** The files of the side of the complainant, by name. */
const attachments = (view: DossierCase): string | undefined => {
  const names = evidenceOf(view.events).map((file) =>
    fileName(file, wordsIn(view, { seq: file.seq, kind: file.event })?.caption ?? ''),
  )
  return names.map((name, place) => `${place + 1}．${name}`).join('；') || undefined
}

/** When it ended, and how; nothing while it is open. */
const endFacts = (view: DossierCase): Facts => {
  const end = view.events.findLast(({ kind }) => {
    const { leadsTo } = eventRow(kind)
    return leadsTo !== undefined && leadsTo !== 'back' && leadsTo !== 'closed' && isEnded(leadsTo)
  })
  const answered = lastOf(view, 'answered')
  const received = receivedOn(view.events)
  return {
    ...(isEnded(view.status) && { result: deskStatus(view.status), endedOn: onDayOf(end) }),
    answeredOn: onDayOf(answered),
    receivedOn: received ? signedDay(received) : undefined,
    reviewUntil: received ? signedDay(lastDayOf('petition-review', received).day) : undefined,
  }
}

/**
 * The facts of a case that are the same on each of its documents.
 * @returns facts by name; an absent one is a line to write on
 */
export const caseFacts = (view: DossierCase): Facts => {
  const { name, phone, hours, address } = unit(view.unit)
  const channel = view.events[0]?.data.channel
  return {
    caseNumber: view.number,
    year: view.number.slice(0, 4),
    today: signedDay(view.today),
    unit: name,
    unitPhone: phone,
    unitHours: hours,
    unitAddress: address,
    filedOn: onDayOf(view.events[0]),
    channel: channel && channels[channel].name,
    acceptedOn: onDayOf(lastOf(view, 'accepted')),
    category: categories[view.category].name,
    region: areaName(view.region),
    people: view.people ? `${view.people} 人` : undefined,
    petitionNumber: petitionIn(view.events)
      ? `国家信访信息系统编号：${petitionLine(view.events)}`
      : undefined,
    handler: view.assignee ? view.names.get(view.assignee) : undefined,
    lead: view.lead ? view.names.get(view.lead.staff) : undefined,
    attachments: attachments(view),
    ...applicantFacts(view),
    ...otherFacts(view),
    ...endFacts(view),
  }
}
