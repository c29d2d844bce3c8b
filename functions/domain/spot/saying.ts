import { lengths } from '#domain/basics/bounds.ts'
import { readText } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { type AgreedWay, agreedIn, isDisputed, isLateRecord, spotDay, spotIn } from '#domain/history/spot.ts'
import { unit } from '#domain/places/areas.ts'

/** What a person reads of a record on the spot, and that they can say that it never happened. */

/** The record as one person has it. */
export interface SpotFacts {
  on: Day
  /** Name of the unit that recorded it. */
  unit: string
  /** It was written on a later day. */
  late: boolean
  agreed: AgreedWay
  /** This person said that it never happened. */
  denied: boolean
}

/** The facts for one person, from the history as they know it; null in any other case, and once it was reopened. */
export const spotFacts = (events: readonly CaseEvent[], party: number): SpotFacts | null => {
  const spot = spotIn(sinceReopened(events))
  if (!spot) return null
  return {
    on: spotDay(spot),
    unit: unit(spot.unit).name,
    late: isLateRecord(spot),
    agreed: agreedIn(spot.data),
    denied: isDisputed(events, party),
  }
}

/** Why nothing can be denied: the case was not recorded on the spot, or has gone on since. */
type DenyFault = 'none'

/** Why a person cannot say now that it never happened; null if they can, and `same` if they have said it. */
export const denyFault = (facts: SpotFacts | null): DenyFault | 'same' | null => {
  if (!facts) return 'none'
  return facts.denied ? 'same' : null
}

/** Reads what somebody says about it; it may be empty. */
export const readDenial = (typed: string): Result<string, 'tooLong'> => {
  const text = readText(typed, lengths.reply)
  return text === null ? fail('tooLong') : ok(text)
}

export const denyMessages: Record<DenyFault | 'said' | 'tooLong' | 'conflict' | 'stale', string> = {
  none: '这一件不是当场登记的，或者已经重新办了。有话可以留言。',
  said: '您已经说过没有这回事了，这次写的没有交上去。要再说的，写在“有话要说”里。',
  tooLong: `写得太长了，最多 ${lengths.reply} 个字。`,
  conflict: '刚才已经交过一次，内容不一样。请再看一看。',
  stale: '刚才有人也在动这件事，没有交上去。您写的还在，请再交一次。',
}

/** How it was agreed, in the words of both sides. */
export const agreedAs: Record<SpotFacts['agreed'], string> = {
  oral: '口头说好的',
  signed: '写了协议书，双方都签了字',
  unsigned: '写了协议书，还没有签完，签完才生效',
}
