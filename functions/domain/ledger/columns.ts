import { colours } from '#domain/clocks/warnings.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { categories } from '#domain/words/categories.ts'
import { revisits } from '#domain/words/revisits.ts'
import { deskStatus } from '#domain/words/statuses.ts'
import { tracks } from '#domain/words/tracks.ts'
import type { LedgerRow } from './row.ts'

/**
 * The columns of a ledger, in the order of a county's paper one: the same on the screen, on paper and in files. There is
 * none about danger, about whom a case is, or whether somebody left a name; and none of a rating, of which staff see sums.
 */

/** Names of members of staff by id. */
type Names = ReadonlyMap<string, string>

/** Where a column stands on the screen, which has a cell for each group. */
type LedgerGroup = 'case' | 'matter' | 'who' | 'now' | 'end'

export interface LedgerColumn {
  id: string
  name: string
  group: LedgerGroup
  /** The text of a cell; empty if there is nothing to say. */
  value: (row: LedgerRow, names: Names) => string
}

const nameIn = (names: Names, id: string | null): string => (id ? (names.get(id) ?? '工作人员') : '')

const performedWords = ({ performed }: LedgerRow): string => {
  if (!performed) return ''
  const { done, missed, of } = performed
  return `${done === of ? '都履行了' : `履行 ${done} 项，共 ${of} 项`}${missed > 0 ? `，${missed} 项没有做到` : ''}`
}

const unitWords = ({ unit: desk, cohandlers }: LedgerRow): string =>
  `${unit(desk).name}${cohandlers.length > 0 ? `（联办 ${cohandlers.map((id) => unit(id).name).join('、')}）` : ''}`

export const ledgerColumns: readonly LedgerColumn[] = [
  { id: 'number', name: '编号', group: 'case', value: ({ number }) => number },
  { id: 'filed', name: '登记日期', group: 'case', value: ({ filed }) => filed ?? '' },
  { id: 'came', name: '来源', group: 'case', value: ({ came }) => came },
  { id: 'subject', name: '事由', group: 'matter', value: ({ subject }) => subject ?? '' },
  { id: 'category', name: '类别', group: 'matter', value: ({ category }) => categories[category].name },
  { id: 'region', name: '哪里', group: 'matter', value: ({ region }) => areaName(region) },
  { id: 'track', name: '渠道', group: 'matter', value: ({ track }) => tracks[track].name },
  { id: 'people', name: '涉及人数', group: 'matter', value: ({ people }) => String(people ?? '') },
  { id: 'unit', name: '承办单位', group: 'who', value: unitWords },
  { id: 'handler', name: '承办人', group: 'who', value: ({ handler }, names) => nameIn(names, handler) },
  { id: 'lead', name: '包案领导', group: 'who', value: ({ lead }, names) => nameIn(names, lead) },
  { id: 'leadDay', name: '包案期限', group: 'who', value: ({ leadDay }) => leadDay ?? '' },
  { id: 'status', name: '状态', group: 'now', value: ({ status }) => deskStatus(status) },
  {
    id: 'due',
    name: '期限',
    group: 'now',
    value: ({ due }) => (due ? `${due.day}${due.late ? '（过期）' : ''}` : ''),
  },
  {
    id: 'colour',
    name: '预警',
    group: 'now',
    value: ({ colour }) => (colour === null ? '' : (colours[colour]?.name ?? '')),
  },
  { id: 'result', name: '结果', group: 'end', value: ({ result }) => result },
  { id: 'resultDay', name: '结果日期', group: 'end', value: ({ resultDay }) => resultDay ?? '' },
  { id: 'form', name: '协议', group: 'end', value: ({ form }) => (form ? agreementForms[form] : '') },
  { id: 'performed', name: '履行', group: 'end', value: performedWords },
  {
    id: 'revisited',
    name: '回访',
    group: 'end',
    value: ({ revisited }) => (revisited ? revisits[revisited].name : ''),
  },
]

/** The columns of a group of the screen. */
export const columnsIn = (group: LedgerGroup): LedgerColumn[] =>
  ledgerColumns.filter((column) => column.group === group)
