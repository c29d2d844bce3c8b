import { complainant, isPerson, partyOf, partyScope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { eventRow } from '#domain/words/events.ts'

/** Which events of a case make a notice, and what a notice says (docs/adr/0039-notices.md). */

const toldBy = ({ kind, actor, data }: Pick<NewEvent, 'kind' | 'actor' | 'data'>): number[] => {
  const { notice, reminds, eachOwn } = eventRow(kind)
  const parties = notice || reminds ? (data.parties ?? []).map(partyScope) : []
  const concerned = notice ? [complainant, ...parties] : parties
  const own = eachOwn && data.party !== undefined ? [partyScope(data.party)] : []
  const told = [...(data.to ?? []), ...concerned, ...own]
  return told.filter(isPerson).flatMap((person) => (person === actor ? [] : partyOf(person)))
}

/**
 * The people of a case who are told that something is new, by their numbers, each once: those to whom words of others
 * are addressed, and of every step that has a notice in the table of events the complainant and those who make the
 * agreement that it is about. Danger does not enter.
 */
export const peopleToTell = (events: readonly Pick<NewEvent, 'kind' | 'actor' | 'data'>[]): number[] => [
  ...new Set(events.flatMap(toldBy)),
]

/** The one text for holders of a code: it names no matter, place, number or step. */
export const holderWords = '您有新消息，请用查询码查看'

/** A name of a portal with one of these words says what a message is about. */
const telling = /登记|调解|信访|纠纷|矛盾|投诉|举报|诉求|维权|司法|法律|综治|平安/

/**
 * The text of a message to the holder of a code.
 * @param portal name and host of the portal, as the county publishes them; a telling name is left out
 */
export const holderText = ({ name, host }: { name: string; host: string }): string =>
  `${holderWords}。${telling.test(name) ? '' : `${name} `}${host}`

/** The one text for staff. */
export const staffText = '您有新的待办，请登录查看'
