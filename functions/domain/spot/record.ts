import { lengths } from '#domain/basics/bounds.ts'
import { readLine, readText } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import { type AgreedWay, agreedWays } from '#domain/history/spot.ts'
import type { DangerWords } from '#domain/search/search-index.ts'
import type { Category } from '#domain/words/categories.ts'
import {
  category,
  chosen,
  filled,
  harmless,
  place,
  type Read,
  recent,
  required,
  type SpotFaultCode,
  written,
} from './readers.ts'
import type { NotHere } from './refused-words.ts'

/** What staff write of a matter that was settled on the spot, on one page (简易登记). */

/** The fields of the form, in its order. */
export const spotFields = [
  ...(['asked', 'name', 'phone', 'otherName', 'otherPhone', 'category', 'region'] as const),
  ...(['subject', 'narrative', 'spotResult', 'agreed', 'effectiveOn'] as const),
] as const

export type SpotField = (typeof spotFields)[number]

/** The question about what is never recorded on the spot: none of it, or why it is not. */
export const askedIds = ['none', 'danger', 'child', 'staff'] as const satisfies readonly ('none' | NotHere)[]

export interface SpotRecord {
  name: string
  phone?: string | undefined
  otherName: string
  otherPhone?: string | undefined
  category: Category
  region: string
  subject: string
  narrative: string
  /** What both sides agreed. */
  result: string
  agreed: AgreedWay
  /** The day on which they agreed. */
  on: Day
}

export interface SpotFault {
  field: SpotField
  code: SpotFaultCode
  /** Of a clause: the sentence it is in, why it cannot stay, and the article that says so. */
  term?: { sentence: string; reason: string; article: string }
}

/** Finds the clauses of a result that no agreement may have (`functions/domain/agreement/terms.ts`). */
type FindTerms = (text: string) => { sentence: string; rule: { reason: string; article: string } }[]

/** Matters whose agreement is a paper that both sides sign (调解仲裁法 14, 医疗纠纷条例 39). */
const onPaper: readonly Category[] = ['labour', 'medical']

/**
 * Reads the form.
 * @param typed the value of a field, of any length
 * @param at the unit that records it, the day, the words of danger of the search, and what finds clauses that no agreement
 *   may have
 * @returns the record, or all faults in the order of the form
 */
export const readSpot = (
  typed: (field: SpotField) => string,
  { unitId, today, danger, terms }: { unitId: string; today: Day; danger: DangerWords[]; terms: FindTerms },
): Result<SpotRecord, SpotFault[]> => {
  const asked = chosen(askedIds, typed('asked'))
  const subject = written(readLine, lengths.subject, typed('subject'))
  const result = written(readText, lengths.spotResult, typed('spotResult'))
  const reads = {
    asked: asked.ok && asked.value !== 'none' ? fail(asked.value) : asked,
    name: required(filled('name', typed('name'))),
    phone: filled('phone', typed('phone')),
    otherName: required(filled('name', typed('otherName'))),
    otherPhone: filled('phone', typed('otherPhone')),
    category: category(typed('category')),
    region: place(typed('region'), unitId),
    subject: harmless(subject, danger),
    narrative: harmless(required(filled('narrative', typed('narrative'))), danger),
    spotResult: harmless(result, danger),
    agreed: chosen(agreedWays, typed('agreed')),
    effectiveOn: recent(typed('effectiveOn'), today),
  } satisfies Record<SpotField, Read<unknown>>
  const faults = spotFields.flatMap((field): SpotFault[] => {
    const read: Read<unknown> = reads[field]
    return read.ok ? [] : [{ field, code: read.error }]
  })
  const value = <T>(read: Read<T>): T => (read.ok ? read.value : (undefined as T))
  const record = {
    ...{ name: value(reads.name), phone: value(reads.phone) },
    ...{ otherName: value(reads.otherName), otherPhone: value(reads.otherPhone) },
    ...{ category: value(reads.category), region: value(reads.region) },
    ...{ subject: value(reads.subject), narrative: value(reads.narrative), result: value(reads.spotResult) },
    ...{ agreed: value(reads.agreed), on: value(reads.effectiveOn) },
  }
  // An agreement on the spot is one like any other: what no draft may say, it may not say either.
  const [term] = result.ok ? terms(result.value) : []
  if (term) {
    const { sentence, rule } = term
    faults.push({
      field: 'spotResult',
      code: 'term',
      term: { sentence, reason: rule.reason, article: rule.article },
    })
  }
  if (record.agreed === 'oral' && onPaper.includes(record.category))
    faults.push({ field: 'agreed', code: 'written' })
  return faults.length > 0 ? fail(faults) : ok(record)
}

/** The facts of the result: an agreement is effective from its day if it is oral, or signed by both (人民调解法 29, 30). */
export const agreementData = ({ agreed, on }: Pick<SpotRecord, 'agreed' | 'on'>) => ({
  spot: true as const,
  form: agreed === 'oral' ? ('oral' as const) : ('written' as const),
  ...(agreed === 'signed' && { signedBoth: true as const }),
  ...(agreed === 'unsigned' ? { agreedOn: on } : { effectiveOn: on }),
})
