import type { CaseEvent, Scope } from '#domain/history/events.ts'
import { isOpenTo } from '#domain/history/open-to.ts'
import { caseWords, type WithWords } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskCase } from './open-case.ts'

/**
 * Unseals words of a case, as far as they are open to a member of staff. The caller logs the read.
 * @param wanted the events whose words are needed; absent: all of the scopes
 */
export const wordsFor = async (
  { log }: Pick<Ports, 'log'>,
  { unit }: Pick<StaffMember, 'unit'>,
  { stored, record, events }: DeskCase,
  scopes: readonly Scope[],
  wanted: (event: CaseEvent) => boolean = () => true,
): Promise<WithWords> => {
  const open = new Set(
    events.flatMap((event) => (wanted(event) && isOpenTo(event, { unit }) ? event.seq : [])),
  )
  return { events, words: caseWords(record.id, await stored.words(scopes, open), log) }
}
