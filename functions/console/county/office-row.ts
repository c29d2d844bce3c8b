import { type Category, categories, categoryIds } from '#domain/words/categories.ts'
import { levels } from '#domain/words/levels.ts'
import type { Areas } from './areas.ts'
import { type AnyKind, allKindWords, kindCalled, officeNameAt, unitRules } from './kinds.ts'
import { phoneFault, tidyPhone } from './phone.ts'
import { type Place, placesCalled, sayWhich } from './place.ts'
import type { Columns, Row } from './table.ts'

/** A row of the second table of a county: a unit or an office, with its number and hours. */

type OfficeColumn =
  | 'name'
  | 'kind'
  | 'place'
  | 'phone'
  | 'hours'
  | 'address'
  | 'categories'
  | 'purpose'
  | 'person'
  | 'role'
  | 'short'
  | 'id'

export const officeColumns: Columns<OfficeColumn> = {
  kind: { heads: ['类别', '种类', '单位类别'], needed: true },
  place: { heads: ['地方', '所在地方', '服务地方'], needed: true },
  name: { heads: ['名称', '单位', '单位名称'] },
  phone: { heads: ['电话', '联系电话'], needed: true },
  hours: { heads: ['时间', '办公时间', '接听时间', '开门时间'], needed: true },
  address: { heads: ['地址', '办公地址'], needed: true },
  categories: { heads: ['管什么', '管哪类'] },
  purpose: { heads: ['办什么事'] },
  person: { heads: ['姓名'] },
  role: { heads: ['职务'] },
  short: { heads: ['文号简称'] },
  id: { heads: ['编号', 'id'] },
}

export type OfficeRow = Row<OfficeColumn>

const longest = { name: 60, hours: 60, address: 80, purpose: 40, person: 20 }

/** 医疗纠纷、劳动用工: subjects by our names or ids; a text that is none is a fault. */
const readCategories = (text: string): { found: Category[]; unknown: string[] } => {
  const words = text.split(/[、,，;；\s]+/u).filter(Boolean)
  const known = (word: string) => categoryIds.find((id) => id === word || categories[id].name === word)
  return {
    found: [...new Set(words.flatMap((word) => known(word) ?? []))],
    unknown: words.filter((word) => !known(word)),
  }
}

/** A row that could be read. */
export interface Entry {
  row: OfficeRow
  kind: AnyKind
  place: Place
  area: string
  name: string
  phone: string
  subjects: Category[]
}

const rowFaults = ({ cells }: OfficeRow, phone: string): string[] => {
  const fault = phoneFault(phone, cells.phone)
  const long = (['name', 'hours', 'address', 'purpose', 'person'] as const).filter(
    (column) => cells[column].length > longest[column],
  )
  return [
    ...(fault ? [fault] : []),
    ...(cells.hours === '' ? ['没有写时间（什么时候有人接）'] : []),
    ...(cells.address === '' ? ['没有写地址'] : []),
    ...long.map((column) => `${officeColumns[column].heads[0]}太长，最多 ${longest[column]} 个字`),
    ...(/示例/u.test(cells.name + cells.person) ? ['名称或者姓名里还有“示例”'] : []),
    ...((cells.person === '') === (cells.role === '') ? [] : ['姓名和职务要一起写，或者都空着']),
  ]
}

const findPlace = (text: string, places: readonly Place[]): Place | string => {
  const top = places.find(({ level }) => level === 'county')
  if (text === '') return top ?? '没有写地方'
  const found = placesCalled(places, text).filter(({ row }) => row.cells.mergedInto === '')
  if (found.length > 1) return `地方“${text}”${sayWhich(found)}`
  return found[0] ?? `地方“${text}”不在第一张表里`
}

const kindFaults = (kind: AnyKind, place: Place, subjects: Category[]): string[] => {
  if (kind.of === 'office') return []
  const { words, levels: allowed } = unitRules[kind.kind]
  const wrongLevel = !allowed.includes(place.level)
  return [
    ...(wrongLevel
      ? [
          `${words[0]}不能设在${levels[place.level].name}，只能在${allowed.map((id) => levels[id].name).join('、')}`,
        ]
      : []),
    ...(kind.kind === 'professional-committee' && subjects.length === 0
      ? ['专业调委会要在“管什么”里写管哪一类，例如 医疗纠纷']
      : []),
  ]
}

/** Reads a row; the entry is missing where its kind or its place is unknown. */
export const readRow = (row: OfficeRow, { places, idOf }: Areas): { entry?: Entry; says: string[] } => {
  const { cells } = row
  const phone = tidyPhone(cells.phone)
  const kind = kindCalled(cells.kind)
  const place = findPlace(cells.place, places)
  const { found, unknown } = readCategories(cells.categories)
  const says = [
    ...(kind ? [] : [`类别“${cells.kind}”不认识。可以写：${allKindWords()}`]),
    ...(typeof place === 'string' ? [place] : []),
    ...rowFaults(row, phone),
    ...unknown.map(
      (word) => `管什么“${word}”不认识。可以写：${categoryIds.map((id) => categories[id].name).join('、')}`,
    ),
  ]
  if (!kind || typeof place === 'string') return { says }
  says.push(...kindFaults(kind, place, found))
  const named =
    kind.of === 'unit'
      ? unitRules[kind.kind].name(place.name, place.level)
      : officeNameAt(kind.kind, place.name)
  const name = cells.name || named
  if (name === '') says.push('没有写名称')
  return { entry: { row, kind, place, area: idOf(place), name, phone, subjects: found }, says }
}
