import { day, letterLife } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import { callsAt, looksAt } from '#domain/desk/rating-tasks.ts'
import { callerOfSpot } from '#domain/desk/units-above.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import { changeableUntil } from '#domain/following/rating.ts'
import type { CaseState } from '#domain/history/case-state.ts'
import { type CaseEvent, partyScope } from '#domain/history/events.ts'
import { parseWords } from '#domain/history/words.ts'
import { noticeStates } from '#domain/notices/attempts.ts'
import { peopleToTell } from '#domain/notices/notices.ts'
import { area, unit } from '#domain/places/areas.ts'
import { resultOf } from '#domain/words/ends.ts'
import { isEnded } from '#domain/words/statuses.ts'
import { type Keys, openWith } from '#keys'
import type { caseFile } from '#store/files/schema.ts'
import { markOf, numberOf } from '#store/letters/letters.ts'
import type { letterNumber } from '#store/letters/schema.ts'
import type { outbox } from '#store/notices/schema.ts'
import { ratingContext } from '#store/ratings/given.ts'
import type { caseRating, ratingTask } from '#store/ratings/schema.ts'
import { reasonContext } from '#store/ratings/tasks.ts'
import type { caseEvent } from '#store/schema.ts'
import { expertIn } from '#store/sessions/bookings.ts'
import type { caseSession } from '#store/sessions/schema.ts'
import { type OpenKeys, wordsAt } from './people.ts'

/** Rows beside a history that follow from it: files, letters, notices, tasks, consultations. */

type Row = typeof caseEvent.$inferSelect
type Rating = typeof caseRating.$inferSelect

/** A case as it is verified. */
export interface Verified {
  id: string
  number: string
  events: CaseEvent[]
  rows: readonly Row[]
  state: CaseState
  open: OpenKeys
  now: Instant
}

export const fileFaults = (
  { events, rows, state, open, now }: Verified,
  stored: readonly (typeof caseFile.$inferSelect)[],
): string[] => {
  const added = events.flatMap(({ seq, data }) =>
    data.file ? { ...data.file, scope: rows[seq - 1]?.scope ?? '' } : [],
  )
  // A file that staff recorded has a caption only if its person's key was there.
  const wrong = stored.flatMap(({ id, scope, kind }) => {
    const event = added.find((file) => file.id === id)
    if (!event) return ['id']
    return [...(event.kind === kind ? [] : ['kind']), ...(event.scope === scope ? [] : ['scope'])]
  })
  const last = events.at(-1)?.at ?? now
  const isKept = ({ kind, scope }: (typeof added)[number]) =>
    open.has(scope) && (!isEnded(state.status) || last + fileKinds[kind].keptDays * day > now)
  const gone = added.some((file) => isKept(file) && !stored.some(({ id }) => id === file.id))
  return [...new Set([...wrong, ...(gone ? ['id'] : [])])].map((column) => `case_file.${column}`)
}

export const letterFaults = async (
  { number, events, open, now }: Verified,
  keys: Keys,
  stored: readonly (typeof letterNumber.$inferSelect)[],
): Promise<string[]> => {
  const letters = events.filter(({ kind }) => kind === 'invitation')
  const wrong: string[] = []
  for (const { seq, hash, party, expiresAt } of stored) {
    const letter = letters.find((event) => event.seq === seq)
    if (!letter) wrong.push('seq')
    else if (letter.data.party !== party) wrong.push('party')
    else if (expiresAt !== letter.at + letterLife) wrong.push('expiresAt')
    else if (hash !== (await markOf(keys, await numberOf(keys, number, seq)))) wrong.push('hash')
  }
  const ended = (seq: number, party: number) =>
    events.some(
      ({ seq: later, kind, data }) => later > seq && kind === 'stood-down' && data.party === party,
    ) || !open.has(partyScope(party))
  const gone = letters.some(
    ({ seq, at, data }) =>
      at + letterLife > now &&
      data.party !== undefined &&
      !ended(seq, data.party) &&
      !stored.some((row) => row.seq === seq),
  )
  return [...wrong, ...(gone && wrong.length === 0 ? ['seq'] : [])].map((column) => `letter_number.${column}`)
}

/** What waits to be sent or was sent names a person, and the instant of an event that tells them. */
export const noticeFaults = (
  { events }: Pick<Verified, 'events'>,
  stored: readonly (typeof outbox.$inferSelect)[],
): string[] => {
  const wrong = stored.flatMap(({ kind, recipient, state, madeAt }) => {
    if (kind !== 'holder') return ['kind']
    if (!noticeStates.includes(state)) return ['state']
    const telling = events.filter((event) =>
      peopleToTell([event])
        .map(partyScope)
        .some((one) => one === recipient),
    )
    if (telling.length === 0) return ['recipient']
    return telling.some(({ at }) => at === madeAt) ? [] : ['madeAt']
  })
  return [...new Set(wrong)].map((column) => `outbox.${column}`)
}

/** The lines of ratings open with the key of the complainant, and under no other place. */
export const lineFaults = async ({ id, open }: Verified, ratings: readonly Rating[]): Promise<string[]> => {
  const key = open.get(partyScope(1))
  for (const { sealed, endedSeq, period } of key ? ratings : [])
    if (key && sealed && !(await openWith(key, sealed, ratingContext(id, endedSeq, period))))
      return ['case_rating.sealed']
  return []
}

export const taskFaults = async (
  { id, events, state, open }: Verified,
  ratings: readonly Rating[],
  stored: readonly (typeof ratingTask.$inferSelect)[],
): Promise<string[]> => {
  const wrong: string[] = []
  for (const task of stored) {
    const end = events.find(({ seq, kind }) => seq === task.endedSeq && resultOf(kind))
    if (!end) {
      wrong.push('endedSeq')
      continue
    }
    const given = ratings.find(({ endedSeq, period }) => endedSeq === end.seq && period === task.period)
    const facts = { about: state.about, level: area(unit(end.unit).area).level }
    const byRating = task.kind === 'look' ? looksAt(end.unit, facts) : callsAt(end.unit, facts, events)
    const right = [byRating, ...(end.data.spot ? [callerOfSpot(end.unit)] : [])]
    const opens = [...(given ? [changeableUntil(given.answeredAt)] : []), ...(end.data.spot ? [end.at] : [])]
    if (task.kind !== 'look' && task.kind !== 'call') wrong.push('kind')
    else if (opens.length === 0) wrong.push('period')
    else {
      if (!right.some((units) => JSON.stringify(units) === JSON.stringify(task.units))) wrong.push('units')
      if (task.desk !== end.unit) wrong.push('desk')
      if (!opens.includes(task.opensAt)) wrong.push('opensAt')
    }
    if ((task.doneAt === null) !== (task.reason === null)) wrong.push('doneAt')
    else if (task.doneAt !== null && task.reason) {
      const key = open.get('record')
      const context = reasonContext(id, task.kind, task.doneAt)
      if (key && !(await openWith(key, task.reason, context))) wrong.push('reason')
      if (!task.units.some((one) => one.unit === task.doneUnit)) wrong.push('doneUnit')
    }
  }
  return [...new Set(wrong)].map((column) => `rating_task.${column}`)
}

/** Whom a person consults is sealed under their key: the calendar has the expert whom it names. */
export const expertFaults = async (
  { rows, open }: Verified,
  stored: readonly (typeof caseSession.$inferSelect)[],
): Promise<string[]> => {
  for (const { session, staff } of stored) {
    const expert = expertIn(staff)
    const json = expert === null ? null : await wordsAt(open, rows[session - 1])
    const said = json === null ? undefined : parseWords('consultation-booked', json)?.words
    if (said && said.expert !== expert) return ['case_session']
  }
  return []
}
