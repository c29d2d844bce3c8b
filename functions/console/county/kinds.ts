import type { Level } from '#domain/words/levels.ts'
import { type OfficeKind, officeKindIds, officeKinds } from '#domain/words/office-kinds.ts'
import { type UnitKind, unitKindIds, unitKinds } from '#domain/words/unit-kinds.ts'
import { folded } from './table.ts'

/** What a county's table says of a kind of unit: how people write it, where it may be, and what it is called by default. */
interface UnitRule {
  words: readonly string[]
  levels: readonly Level[]
  /** The end of its id, below its area's. */
  end: string
  /** Its name, from that of its area. */
  name: (area: string, level: Level) => string
  /** The end of its short name in 文号. */
  short: string
}

/** 青石镇人民政府, 城关街道办事处. */
const government = (area: string): string => (/街道$/u.test(area) ? `${area}办事处` : `${area}人民政府`)

export const unitRules: Record<UnitKind, UnitRule> = {
  'people-mediation-committee': {
    words: ['人民调解委员会', '调解委员会', '调委会', '人民调解'],
    levels: ['village', 'town', 'county'],
    end: 'committee',
    name: (area) => `${area}人民调解委员会`,
    short: '人调',
  },
  'professional-committee': {
    words: ['行业性专业性人民调解委员会', '专业调委会', '行业调委会', '专业性调委会', '行业性专业性调委会'],
    levels: ['county'],
    end: 'professional',
    name: () => '',
    short: '专调',
  },
  'government-office': {
    words: ['政府', '政府部门', '信访接待室', '乡镇政府', '镇政府', '办事处'],
    levels: ['town', 'county'],
    end: 'office',
    name: (area, level) => `${government(area)}${level === 'county' ? '办公室' : '信访接待室'}`,
    short: '府',
  },
  'petition-office': {
    words: ['信访局', '信访部门', '信访办', '信访'],
    levels: ['county'],
    end: 'petition',
    name: (area) => `${area}信访局`,
    short: '信',
  },
  centre: {
    words: ['综治中心', '矛调中心', '调处中心', '综治(矛调)中心'],
    levels: ['town', 'county'],
    end: 'centre',
    name: (area, level) => (level === 'county' ? `${area}矛盾纠纷调处中心` : `${area}综治中心`),
    short: '调中心',
  },
  grid: {
    words: ['网格'],
    levels: ['grid'],
    end: 'grid',
    name: (area) => area,
    short: '',
  },
}

/** Names of offices that follow from the name of their area. */
const officeNames: Partial<Record<OfficeKind, (area: string) => string>> = {
  police: (area) => `${area}派出所`,
  'justice-office': (area) => `${area}司法所`,
  'village-committee': (area) => (/社区$/u.test(area) ? `${area}居民委员会` : `${area}村民委员会`),
  'service-centre': (area) => `${area}便民服务中心`,
}

/** The name that an office has if the table gives none; empty where none can be known. */
export const officeNameAt = (kind: OfficeKind, area: string): string => officeNames[kind]?.(area) ?? ''

/** A kind as a table writes it. */
export type AnyKind = { of: 'unit'; kind: UnitKind } | { of: 'office'; kind: OfficeKind }

/** The kind that a cell names, by our word, our id or a word people use; undefined for an unknown one. */
export const kindCalled = (typed: string): AnyKind | undefined => {
  const text = folded(typed)
  const unit = unitKindIds.find(
    (id) => text === id || text === folded(unitKinds[id].name) || unitRules[id].words.includes(text),
  )
  if (unit) return { of: 'unit', kind: unit }
  const office = officeKindIds.find((id) => text === id || text === officeKinds[id].name)
  return office && { of: 'office', kind: office }
}

/** Every word for a kind, for the fault of an unknown one. */
export const allKindWords = (): string =>
  [
    ...unitKindIds.map((id) => unitRules[id].words[0] ?? ''),
    ...officeKindIds.map((id) => officeKinds[id].name),
  ].join('、')
