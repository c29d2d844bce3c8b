import type { Instant } from '#domain/basics/time.ts'
import { caseWords } from '#domain/history/words.ts'
import { type ShownTimes, timesOf } from '#domain/sessions/own-times.ts'
import { sessionWords } from '#domain/sessions/session-words.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'

/** What the holder knows of the meetings of their case, with the places, which are sealed under their key. */
export const readTimes = async (
  { record, events, holder, words }: FollowedCase,
  now: Instant,
  log: Ports['log'],
): Promise<ShownTimes> => {
  const { open, planned, ...rest } = timesOf(events, holder.party, now)
  const seqs = new Set([...(open ? [open] : []), ...planned].map(({ seq }) => seq))
  const opened = { words: caseWords(record.id, seqs.size > 0 ? await words([holder.scope], seqs) : [], log) }
  const withPlace = <T extends { seq: number }>(meeting: T) => {
    const event = events.find(({ seq }) => seq === meeting.seq)
    const { place = '', language = '', guests = '' } = (event && sessionWords(opened, event)) ?? {}
    return { ...meeting, place, language, guests }
  }
  return { open: open && withPlace(open), planned: planned.map(withPlace), ...rest }
}
