import { day } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import type { MediationReportData } from '#domain/content/mediation-report.ts'
import type { AgreementForm } from '#domain/words/agreement-forms.ts'
import type { Category } from '#domain/words/categories.ts'

/** 人民调解工作月报 and 以案定补: sums over the agreements of a month, and which of them look like one that was split. */

/** An agreement of a committee, as the histories have it at the end of the month. */
export interface MediatedCase {
  caseId: string
  number: string
  category: Category
  unit: string
  /** Id of the member of staff who recorded it; empty for others. */
  staff: string
  at: Instant
  /** Null where staff did not say it. */
  form: AgreementForm | null
  /** How it came: somebody asked, staff found it, another body handed it over. */
  source: 'asked' | 'found' | 'passed'
  persons: number
  /** Hundredths of a yuan in its text; 0 without one. */
  fen: number
  performed: boolean
  confirmed: boolean
  /** True if the reader may be told of this case by its number. */
  listed: boolean
}

/** The columns of the monthly report, each with what it counts. */
export const reportColumns = {
  cases: { name: '件数', definition: '当月达成协议的；当场登记没有核实的、当月又重新办理的不算。' },
  asked: { name: '依申请', definition: '当事人网上交的、上门或者打电话来的。' },
  found: { name: '主动调解', definition: '走访时发现的。' },
  passed: { name: '移交来的', definition: '信访、综治中心或者政府部门交来的。' },
  persons: { name: '涉及人数', definition: '工作人员数的；没有数的，按登记的当事人。' },
  yuan: { name: '协议金额（元）', definition: '协议书写明的钱数加起来；没有写协议书的没有数。' },
  oral: { name: '口头', definition: '记为口头协议的。' },
  written: { name: '书面', definition: '签了协议书的。没有写明哪一种的，两边都不算。' },
  performed: { name: '履行了', definition: '到月底，回访时都照做了，或者协议每一条该得的一方都认了。' },
  confirmed: { name: '司法确认', definition: '到月底，记了法院裁定确认的。' },
} as const

export type ReportColumn = keyof typeof reportColumns

export const reportColumnIds = Object.keys(reportColumns) as ReportColumn[]

export interface ReportRow {
  name: string
  figures: Record<ReportColumn, number>
}

const figuresOf = (cases: readonly MediatedCase[]): ReportRow['figures'] => {
  const count = (test: (one: MediatedCase) => boolean) => cases.filter(test).length
  const sum = (of: (one: MediatedCase) => number) => cases.reduce((all, one) => all + of(one), 0)
  return {
    cases: cases.length,
    asked: count(({ source }) => source === 'asked'),
    found: count(({ source }) => source === 'found'),
    passed: count(({ source }) => source === 'passed'),
    persons: sum(({ persons }) => persons),
    yuan: sum(({ fen }) => fen) / 100,
    oral: count(({ form }) => form === 'oral'),
    written: count(({ form }) => form === 'written'),
    performed: count(({ performed }) => performed),
    confirmed: count(({ confirmed }) => confirmed),
  }
}

/** The rows of the monthly report by the kinds of the county's form, and their sum last. */
export const monthlyReport = (
  cases: readonly MediatedCase[],
  { kinds }: Pick<MediationReportData, 'kinds'>,
): ReportRow[] => [
  ...kinds.map(({ name, categories }) => ({
    name,
    figures: figuresOf(cases.filter(({ category }) => categories.includes(category))),
  })),
  { name: '合计', figures: figuresOf(cases) },
]

/** An agreement with the keyed fingerprints of its people, one set for each person. */
export type Printed = Pick<MediatedCase, 'number' | 'unit' | 'at' | 'category'> & {
  people: readonly (readonly string[])[]
}

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((print) => other.includes(print))

const looksSplit = (one: Printed, other: Printed, days: number): boolean => {
  if (one.unit !== other.unit || Math.abs(one.at - other.at) > days * day) return false
  const same = one.people.filter((person) => other.people.some((theirs) => shares(person, theirs))).length
  return same >= 2 || (same === 1 && one.category === other.category)
}

/**
 * Which agreements look like one that was split into several: of one unit, within some days, between the same two people,
 * or of one kind with one person in both. A hint for whoever checks, by numbers alone.
 * @returns the numbers of the others, by number
 */
export const splitHints = (cases: readonly Printed[], days: number): Map<string, string[]> => {
  const hints = new Map<string, string[]>()
  for (const one of cases) {
    const others = cases.filter((other) => other.number !== one.number && looksSplit(one, other, days))
    if (others.length > 0) hints.set(one.number, others.map(({ number }) => number).sort())
  }
  return hints
}
