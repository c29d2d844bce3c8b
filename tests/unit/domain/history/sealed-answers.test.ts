import { describe, expect, it } from 'vitest'
import { fieldRow, filingFields } from '#domain/filing/fields.ts'
import { readFiling } from '#domain/filing/filing.ts'
import { answersKept } from '#domain/filing/kept-fields.ts'
import { parseWords, readWords } from '#domain/history/words.ts'

const filing = readFiling({
  danger: true,
  track: 'mediation',
  category: 'neighbour',
  region: 'qingshi-liuwan',
  narrative: '屋檐水滴进我家院子。',
  request: '装一条水槽。',
  title: '屋檐滴水',
  otherParty: '隔壁陈家',
  onBehalfOf: 'family',
  name: '吴秀兰',
  phone: '13800000000',
  address: '柳湾村三组 8 号',
  contact: { mayCall: true, mayText: false, when: '晚上' },
  notify: true,
  consent: true,
})
if (!filing.ok) throw new Error(JSON.stringify(filing.error))

describe('an answer of a filing', () => {
  it.each([
    ['record', 'filed'],
    ['party', 'party'],
  ] as const)('sealed in the %s is read back from the words of %s, whatever its field', (kept, kind) => {
    const answers = answersKept(filing.value, kept)
    const fields = filingFields.filter((field) => fieldRow(field).kept.includes(kept))
    expect(Object.keys(answers).sort()).toEqual([...fields].sort())
    expect(Object.values(answers).filter((answer) => answer === undefined)).toEqual([])
    expect(parseWords(kind, JSON.stringify(answers))).toEqual({ words: answers, unreadable: [] })
  })

  it('stays readable if it is longer than the bound of today', () => {
    const words = { narrative: '长'.repeat(9_000), request: '想' }
    expect(readWords('filed', words)).toEqual(words)
  })

  it.each([
    ['a filing without its narrative', 'filed', { request: '想' }],
    ['a narrative that is no text', 'filed', { narrative: 1, request: '想' }],
    ['a way to be reached that is no object', 'party', { contact: 'x' }],
    ['anonymous as a text', 'party', { anonymous: 'true' }],
  ] as const)('of the wrong shape is unreadable: %s', (_, kind, words) => {
    expect(readWords(kind, words)).toBeNull()
  })

  it('that is not a field is dropped', () => {
    expect(readWords('filed', { narrative: '话', request: '想', weather: '雨' })).toEqual({
      narrative: '话',
      request: '想',
    })
  })
})
