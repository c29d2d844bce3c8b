import type { Expert } from '#domain/content/experts.ts'
import { type CaseEvent, complainant, isPerson, personOf, sideNames } from '#domain/history/events.ts'
import { unit } from '#domain/places/areas.ts'
import { spokenStart } from '#domain/sessions/sentences.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Sentences about experts and consultations. None about a booking says with whom or what for. */

const days = ['一', '二', '三', '四', '五', '六', '日']

/** 周二 9:00 到 11:30、周四 14:30 到 17:00. */
export const weeklyWords = ({ weekly }: Pick<Expert, 'weekly'>): string =>
  weekly.map(({ day, from, to }) => `周${days[day - 1]} ${from} 到 ${to}`).join('、')

/** Where an expert is: the address of the unit, its name, the room. */
export const expertPlace = (expert: Pick<Expert, 'unit' | 'place'>): string => {
  const { name, address } = unit(expert.unit)
  return `${address}，${name}，${expert.place}`
}

const startIn = ({ data: { consultation } }: CaseEvent): string => spokenStart(consultation?.start ?? 0)

/** What an event about a consultation means to the person whose it is. */
export const ownConsultationWords = {
  'consultation-booked': (here, event) =>
    `${isPerson(event.actor) ? '您' : `${here}替您`}约了一次咨询：${startIn(event)}。`,
  'consultation-cancelled': (here, event) =>
    `${isPerson(event.actor) ? '您' : here}取消了 ${startIn(event)}的咨询。`,
} as const satisfies Partial<Record<EventKind, (here: string, event: CaseEvent) => string>>

/** The plain facts of such an event, as staff read them. */
export const consultationFacts = (event: CaseEvent): string =>
  `${personOf(event) === complainant ? sideNames.complainant : sideNames.other}，${startIn(event)}`
