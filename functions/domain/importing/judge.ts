import { lengths } from '#domain/basics/bounds.ts'
import { normaliseLine, normaliseText, normaliseWidth } from '#domain/basics/normalise.ts'
import { phoneNumbers } from '#domain/basics/phone-numbers.ts'
import type { Day } from '#domain/basics/time.ts'
import { categories } from '#domain/words/categories.ts'
import { importBounds } from './bounds.ts'
import { categoryOf } from './category-words.ts'
import type { ImportField } from './fields.ts'
import { repeatsHead } from './head-row.ts'
import type { Doubt, JudgedRow, NotImported, TakenRow } from './judged-row.ts'
import { readOldDay } from './old-day.ts'
import { type Places, placeIn, unitIn } from './places.ts'

/** Looks at each row of an old ledger: what is taken of it, what is in doubt, why it is not imported. */

/** What the person chose on the page of the columns. */
export interface Chosen {
  /** Index of the row with the heads. */
  head: number
  /** The field of each column; null is left out. */
  columns: readonly (ImportField | null)[]
  /** The year of days without one, until a row has one. */
  year: number | undefined
}

/** Longest texts; the others are lines of at most 200. */
const longest: Partial<Record<ImportField, number>> = {
  ...{ name: lengths.name, phone: lengths.phone, address: lengths.address, otherParty: lengths.otherParty },
  ...{ narrative: importBounds.cell, result: importBounds.cell, number: 40, handler: 100 },
}

const sums = /^(?:合计|小计|总计|共计|累计)/u
const stillOpen = /未办结|未结|在办|办理中|调解中|正在|未化解|待办|未调/u

/** Longest result that only says how far it is, in characters. */
const progress = 20

/** True if a result says that the matter goes on: 正在办理. What was agreed and is being performed has ended. */
const goesOn = (result: string): boolean =>
  result.length <= progress && stillOpen.test(result) && !/履行|达成|协议/u.test(result)

type Cells = Partial<Record<ImportField, string>>

const cellsOf = (row: readonly string[], columns: Chosen['columns']): Cells => {
  const cells: Cells = {}
  columns.forEach((field, column) => {
    const text = row[column] ?? ''
    if (!field || text === '') return
    const read = field === 'narrative' || field === 'result' ? normaliseText(text) : normaliseLine(text)
    if (read !== '') cells[field] = read
  })
  return cells
}

const refusalOf = (row: readonly string[], heads: readonly string[], cells: Cells): NotImported | null => {
  const filled = row.filter((cell) => cell !== '')
  if (repeatsHead(row, heads)) return { code: 'head' }
  if (sums.test(normaliseWidth(filled[0] ?? ''))) return { code: 'sum' }
  if (new Set(filled).size === 1) return { code: 'note' }
  if (filled.some((cell) => cell.length > importBounds.cell)) return { code: 'longCell' }
  for (const [field, text] of Object.entries(cells) as [ImportField, string][])
    if ([...text].length > (longest[field] ?? 200)) return { code: 'tooLong', field }
  return cells.name || cells.phone || cells.narrative || cells.title ? null : { code: 'nothing' }
}

/** Reads both days of a row; `year` is remembered for rows below whose days have none. */
const daysOf = (cells: Cells, year: number | undefined, today: Day) => {
  const doubts: Doubt[] = []
  const unread: string[] = []
  const days: Partial<Record<'registeredOn' | 'endedOn', Day>> = {}
  let sure: number | undefined
  for (const field of ['registeredOn', 'endedOn'] as const) {
    const typed = cells[field]
    if (typed === undefined) continue
    const read = readOldDay(typed, sure ?? year)
    const isFuture = read.ok && read.value.day > today
    if (!read.ok || isFuture) {
      doubts.push({ field, typed, code: isFuture ? 'future' : 'unreadDay', taken: '' })
      unread.push(typed)
      continue
    }
    days[field] = read.value.day
    if (read.value.doubt) doubts.push({ field, typed, code: read.value.doubt, taken: read.value.day })
    else if (field === 'registeredOn') sure = Number(read.value.day.slice(0, 4))
  }
  const { registeredOn, endedOn } = days
  if (registeredOn && endedOn && endedOn < registeredOn)
    doubts.push({ field: 'endedOn', typed: cells.endedOn ?? '', code: 'order', taken: endedOn })
  if (!registeredOn && cells.registeredOn === undefined)
    doubts.push({ field: 'registeredOn', typed: '', code: 'noDay', taken: endedOn ?? '' })
  return { days, doubts, unread, sure }
}

/** Asks once for each text: a ledger names the same few units and places in thousands of rows. */
const once = <T>(ask: (typed: string | undefined) => T): ((typed: string | undefined) => T) => {
  const answers = new Map<string | undefined, T>()
  return (typed) => {
    if (!answers.has(typed)) answers.set(typed, ask(typed))
    return answers.get(typed) as T
  }
}

/** Title and story: a title that is too long for one is part of the story. */
const storyOf = ({ title, narrative }: Cells): Pick<TakenRow, 'title' | 'narrative'> => {
  if (title === undefined) return { narrative: narrative ?? '' }
  if ([...title].length <= lengths.title) return { title, narrative: narrative ?? title }
  return { narrative: narrative ? `${title}\n${narrative}` : title }
}

/**
 * Looks at all rows below the head.
 * @param rows as they were read, without the columns that watch people
 * @param places the units a row may go to, and the one it goes to without a column
 * @returns one entry for each row that is not empty, in order
 */
export const judgeRows = (
  rows: readonly string[][],
  { head, columns, year }: Chosen,
  places: Places,
  today: Day,
): JudgedRow[] => {
  const heads = rows[head] ?? []
  const asksState = columns.some((field) => field === 'state')
  const asksEnd = columns.some((field) => field === 'endedOn' || field === 'result')
  const unitNamed = once((typed) => unitIn(places, typed))
  const placeNamed = new Map<string, ReturnType<typeof once<ReturnType<typeof placeIn>>>>()
  const placeOf = (unit: string, typed: string | undefined) => {
    const ask = placeNamed.get(unit) ?? once((text) => placeIn(unit, text))
    placeNamed.set(unit, ask)
    return ask(typed)
  }
  let lastYear = year
  return rows.flatMap((row, index): JudgedRow[] => {
    if (index <= head || row.every((cell) => cell === '')) return []
    const cells = cellsOf(row, columns)
    const base = { line: index + 1, doubts: [], open: false }
    const not = refusalOf(row, heads, cells)
    if (not) return [{ ...base, taken: null, not }]
    const unit = unitNamed(cells.unit)
    if (!unit) return [{ ...base, taken: null, not: { code: 'unit', typed: cells.unit ?? '' } }]
    const { days, doubts, unread, sure } = daysOf(cells, lastYear, today)
    lastYear = sure ?? lastYear
    const region = placeOf(unit, cells.region)
    const category = cells.category === undefined ? undefined : categoryOf(cells.category)
    const story = storyOf(cells)
    const doubt = (field: ImportField, code: Doubt['code'], taken = '') =>
      doubts.push({ field, code, typed: cells[field] ?? '', taken })
    if (!cells.name) doubt('name', 'noName')
    if (cells.phone && phoneNumbers(cells.phone).length === 0) doubt('phone', 'unreadPhone', cells.phone)
    if (!category) doubt('category', cells.category ? 'category' : 'noCategory', categories.other.name)
    if (cells.region && !region.found) {
      doubt('region', 'region', region.name)
      unread.push(cells.region)
    }
    if (cells.category && !category) unread.push(cells.category)
    if (story.narrative === '') doubt('narrative', 'noStory')
    const { number, name, phone, address, otherParty, handler, result } = cells
    const taken: TakenRow = {
      ...{ unit, region: region.id, category: category ?? 'other' },
      ...days,
      ...story,
      ...(number && { number }),
      ...(name && { name }),
      ...(phone && { phone }),
      ...(address && { address }),
      ...(otherParty && { otherParty }),
      ...(handler && { handler }),
      ...(result && { result }),
      ...(unread.length > 0 && { unread: unread.join('；') }),
    }
    const open =
      asksState && cells.state
        ? stillOpen.test(cells.state)
        : asksEnd && !cells.endedOn && (!cells.result || goesOn(cells.result))
    return [{ ...base, taken, doubts, not: null, open }]
  })
}
