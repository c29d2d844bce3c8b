import { foldedName } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import type { TakenRow } from './judged-row.ts'

/**
 * Texts by which a row is known again, to be fingerprinted: the whole row, so that the same file stores nothing twice,
 * and what a corrected row still has in common with the one that was stored.
 */

/** The whole row, without its running number, which changes whenever a ledger is sorted. */
export const rowText = ({ number: _, ...row }: TakenRow): string =>
  JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))

/** Shortest story by which a row is known again, in characters. */
const telling = 12

/** Name and day, telephone and day, story and day. A row without a day is known by none of them. */
export const likeTexts = ({ unit, registeredOn, name, phone, narrative }: TakenRow): string[] =>
  registeredOn === undefined
    ? []
    : [
        ...(name ? [`name ${foldedName(name)}`] : []),
        ...findableNumbers(phone ?? '').map((digits) => `phone ${digits}`),
        ...([...narrative].length >= telling ? [`story ${foldedName(narrative)}`] : []),
      ].map((text) => JSON.stringify([unit, registeredOn, text]))
