import type { LogData } from '#domain/staff/desk-log.ts'
import { county } from '#generated/county.ts'
import { ledgerWords, readLedgerFilter } from './filter.ts'

/** What the log of the desk says of an export of the ledger. */

const forms = { csv: 'CSV', xlsx: 'XLSX', print: '打印', sealed: 'CSV，带姓名和经过' } as const

/** What a ledger is exported as. */
export type LedgerForm = keyof typeof forms

/** As what, which cases, how many and why; empty for an entry that is about something else. */
export const exportWords = ({ form, filter, rows, reason }: LogData): string => {
  const name = forms[form as LedgerForm]
  if (!name) return ''
  const query = new URLSearchParams(typeof filter === 'string' ? filter : '')
  const everywhere = county.units.map(({ id }) => id)
  const asked = readLedgerFilter((field) => query.get(field) ?? '', everywhere)
  const parts = [
    name,
    ...(filter === undefined ? [] : [ledgerWords(asked.filter, everywhere)]),
    ...(rows === undefined ? [] : [`${rows} 件`]),
    ...(reason ? [`为了：${reason}`] : []),
  ]
  return `（${parts.join('，')}）`
}
