import type { Context } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { type PageKey, pageKeyText } from '#domain/desk/page-key.ts'
import {
  type LedgerAsked,
  type LedgerFault,
  ledgerFields,
  ledgerQuery,
  readLedgerFilter,
} from '#domain/ledger/filter.ts'
import { deskPages, withQuery } from '#domain/routes/desk.ts'
import { queryValue } from '#http/query.ts'
import { memberOf } from '../ports.ts'
import { ledgerReach } from './read-ledger.ts'

/** The ledger in the query of an address. */
export const askedIn = (c: Context): LedgerAsked & { faults: LedgerFault[] } =>
  readLedgerFilter((field) => queryValue(c, field), ledgerReach(memberOf(c)))

/** An address of the ledger with a filter, and the place it begins after. */
export const ledgerHref = (path: string, asked: LedgerAsked, after?: PageKey): string => {
  const query = ledgerQuery(asked)
  if (after) query.set('after', pageKeyText(after))
  return withQuery(path, `${query}`)
}

/** The page that says what is wrong with the filter of an address; no right value is longer than a day in words. */
export const faultyHref = (c: Context): string => {
  const typed = [...ledgerFields, 'sort'].map((field): [string, string] => [
    field,
    queryValue(c, field, { most: units.day }),
  ])
  return withQuery(deskPages.ledger.path, `${new URLSearchParams(typed.filter(([, value]) => value))}`)
}

/** What a form that carries a filter says of one that is wrong: its own fields are not those of the filter. */
export const faultText = (faults: readonly LedgerFault[]): string =>
  `${faults.map(({ text }) => text).join('')}请回“${deskPages.ledger.name}”改。`
