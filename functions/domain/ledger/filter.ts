import { readDay } from '#domain/basics/read-day.ts'
import { colours } from '#domain/clocks/warnings.ts'
import { findArea, townsAndVillages, unit } from '#domain/places/areas.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { type Channel, channels } from '#domain/words/channels.ts'
import { levelIds, levels } from '#domain/words/levels.ts'
import { deskStatus, isEnded, type Status, statusIds } from '#domain/words/statuses.ts'
import { trackIds, tracks } from '#domain/words/tracks.ts'
import { type LedgerResult, ledgerResults } from './results.ts'

/**
 * What a ledger (台账) shows, as its address says it: choices and days, never anything a person wrote and never a person.
 * One table of fields makes the form, reads the address, and says the filter in words.
 */

export interface LedgerOption {
  value: string
  name: string
}

/** A choice of the form, flat or under the name of a group. */
export type LedgerChoice = LedgerOption | { name: string; options: LedgerOption[] }

const named = <Id extends string>(ids: readonly Id[], name: (id: Id) => string): LedgerOption[] =>
  ids.map((value) => ({ value, name: name(value) }))

/** The desks of a ledger and what may be chosen in it; `reach` are the units whose desks the reader sees. */
const choices = {
  category: { name: '类别', of: () => named(categoryIds, (id) => categories[id].name) },
  track: { name: '渠道', of: () => named(trackIds, (id) => tracks[id].name) },
  status: { name: '状态', of: () => named(statusIds, deskStatus) },
  result: {
    name: '结果',
    of: () => named(Object.keys(ledgerResults) as LedgerResult[], (id) => ledgerResults[id]),
  },
  level: { name: '在哪一级', of: () => named(levelIds, (id) => levels[id].name) },
  region: {
    name: '哪里的事',
    of: () =>
      townsAndVillages().map(({ town, villages }) => ({
        name: town.name,
        options: named([town.id, ...villages.map(({ id }) => id)], (id) => findArea(id)?.name ?? id),
      })),
  },
  unit: { name: '承办单位', of: (reach: readonly string[]) => named(reach, (id) => unit(id).name) },
  colour: {
    name: '预警',
    of: () => colours.map(({ name }, rank) => ({ value: String(rank), name: `${name}色` })),
  },
  overdue: { name: '期限', of: () => [{ value: 'yes', name: '只看过期的' }] },
  channel: {
    name: '怎么来的',
    of: () => named(Object.keys(channels) as Channel[], (id) => channels[id].name),
  },
} satisfies Record<string, { name: string; of: (reach: readonly string[]) => LedgerChoice[] }>

export type LedgerChoiceField = keyof typeof choices

export const ledgerChoices: Record<
  LedgerChoiceField,
  { name: string; of: (reach: readonly string[]) => LedgerChoice[] }
> = choices

export const ledgerChoiceFields = Object.keys(choices) as LedgerChoiceField[]

/** The first and the last day of filing. */
export const ledgerDays = { from: '从哪天登记', until: '到哪天登记' } as const

type DayField = keyof typeof ledgerDays

const dayFields = Object.keys(ledgerDays) as DayField[]

/** The chosen values; what is absent is not asked about. */
export type LedgerFilter = { [Field in LedgerChoiceField | DayField]?: string }

/** The fields of a filter, in the order of the form. */
export const ledgerFields = [...dayFields, ...ledgerChoiceFields] as const

/** The order of a ledger on the screen. Paper always has the order of filing. */
export const ledgerSorts = {
  newest: '新登记的在前',
  oldest: '先登记的在前',
  due: '期限近的在前（只列在办的）',
  changed: '新动的在前',
} as const

export type LedgerSort = keyof typeof ledgerSorts

const flat = (options: readonly LedgerChoice[]): LedgerOption[] =>
  options.flatMap((one) => ('options' in one ? one.options : one))

/** The options of a field by their values. */
const optionOf = (field: LedgerChoiceField, value: string, reach: readonly string[]) =>
  flat(ledgerChoices[field].of(reach)).find((option) => option.value === value)

/** What is wrong with a field of the address, in the words of its form. */
export interface LedgerFault {
  field: keyof LedgerFilter | 'sort'
  text: string
}

/** A ledger that somebody asks for. */
export interface LedgerAsked {
  filter: LedgerFilter
  sort: LedgerSort
}

/**
 * Reads a filter from an address or a form. A unit out of reach is as unknown as one that does not exist.
 * @param value the typed text of a field, an empty string without one
 * @param reach units whose desks the reader sees
 */
export const readLedgerFilter = (
  value: (field: string) => string,
  reach: readonly string[],
): LedgerAsked & { faults: LedgerFault[] } => {
  const faults: LedgerFault[] = []
  const filter: LedgerFilter = {}
  for (const field of dayFields) {
    const typed = value(field).trim()
    const day = readDay(typed)
    if (day) filter[field] = day
    else if (typed) faults.push({ field, text: `“${ledgerDays[field]}”请填一个日子，例如 2026-11-24。` })
  }
  if (filter.from && filter.until && filter.until < filter.from)
    faults.push({ field: 'until', text: '“到哪天登记”比“从哪天登记”早，这样一件也不会有。' })
  for (const field of ledgerChoiceFields) {
    const typed = value(field)
    if (optionOf(field, typed, reach)) filter[field] = typed
    else if (typed) faults.push({ field, text: `“${ledgerChoices[field].name}”里没有这一样，请重新选。` })
  }
  const order = value('sort')
  const sort = (Object.keys(ledgerSorts) as LedgerSort[]).find((id) => id === order)
  if (order && !sort) faults.push({ field: 'sort', text: '没有这样的先后，请重新选。' })
  if (sort === 'due' && (filter.result || (filter.status && isEnded(filter.status as Status))))
    faults.push({ field: 'sort', text: '“期限近的在前”只列在办的，办完的一件也没有，请换一种先后。' })
  return { filter, sort: sort ?? 'newest', faults }
}

/** The filter as the query of an address; `newest` is the order without one. */
export const ledgerQuery = ({ filter, sort }: LedgerAsked): URLSearchParams =>
  new URLSearchParams([
    ...ledgerFields.flatMap((field): [string, string][] => {
      const value = filter[field]
      return value === undefined ? [] : [[field, value]]
    }),
    ...(sort === 'newest' ? [] : ([['sort', sort]] as [string, string][])),
  ])

/** The filter in words, for the head of a page and of a printed ledger. */
export const ledgerWords = (filter: LedgerFilter, reach: readonly string[]): string => {
  const { from, until } = filter
  const days = [from && `${from} 起`, until && `${until} 止`].filter(Boolean).join('，')
  const chosen = ledgerChoiceFields.flatMap((field) => {
    const option = filter[field] === undefined ? undefined : optionOf(field, filter[field], reach)
    return option ? [`${ledgerChoices[field].name}：${option.name}`] : []
  })
  return [...(days ? [`登记日期：${days}`] : []), ...chosen].join('；') || '全部案件'
}
