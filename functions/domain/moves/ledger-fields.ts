import { lengths } from '#domain/basics/bounds.ts'
import { readLine } from '#domain/basics/normalise.ts'
import { fail, ok } from '#domain/basics/result.ts'
import {
  type PetitionSource,
  type PetitionTimes,
  petitionSources,
  petitionTimes,
} from '#domain/words/petitions.ts'
import { reviewCauseIds, reviewCauses } from '#domain/words/review-causes.ts'
import { oneOf, prose } from './field-row.ts'
import { date, type Read } from './readers.ts'

/** Fields of the moves that the ledger asks for: the entry in the state's system, and reviews. */

/** Letters, digits and brackets: the number of a register, never a name. */
const registerNumber = /^(?=.*\d)[0-9A-Za-z〔〕()-]{4,40}$/

const petitionNumber: Read<string> = ([value = '']) => {
  const line = readLine(value, lengths.petitionNumber)
  if (line === null) return fail('tooLong')
  if (line === '') return ok(undefined)
  return registerNumber.test(line) ? ok(line) : fail('register')
}

const named = <T extends string>(table: Record<T, { name: string }>) =>
  (Object.keys(table) as T[]).map((id) => ({ id, name: table[id].name }))

export const ledgerFields = {
  petitionNumber: {
    label: '国家信访信息系统里的编号',
    hint: '照系统里的抄，字母和数字都要。抄错了，再登记一次。',
    read: petitionNumber,
    input: 'line',
    plain: true,
  },
  petitionTimes: oneOf<PetitionTimes>({ label: '第几次', options: named(petitionTimes), plain: true }),
  petitionSource: oneOf<PetitionSource>({ label: '怎么来的', options: named(petitionSources), plain: true }),
  cause: oneOf({
    label: '主要原因',
    options: reviewCauseIds.map((id) => ({ id, name: reviewCauses[id].name })),
    plain: true,
  }),
  measure: prose(lengths.reason, {
    label: '要改什么',
    hint: '改哪条规定、哪个做法、由哪个单位做。写事，不写人。',
    rows: 6,
  }),
  measureBy: {
    label: '哪天前落实',
    read: date((day, today) => (day < today ? 'past' : null)),
    input: 'day',
    plain: true,
  },
  measureOf: oneOf({ label: '哪一条措施' }),
} as const
