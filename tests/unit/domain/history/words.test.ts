import { describe, expect, it } from 'vitest'
import { caseWords, parseWords, type Unsealed } from '#domain/history/words.ts'

const filed = (words: unknown): Unsealed => ({ seq: 1, kind: 'filed', json: JSON.stringify(words) })

const readBack = (...rows: Unsealed[]) => {
  const logged: unknown[] = []
  const words = caseWords('c', rows, (entry) => logged.push(entry))
  return { words: [...words.values()].map((one) => one.words), logged }
}

describe('sealed words with an unreadable property', () => {
  it.each([
    ['of another shape', { narrative: '话', request: 3, title: '题' }, { narrative: '话', title: '题' }],
    ['that may be absent', { narrative: '话', request: '想', title: [] }, { narrative: '话', request: '想' }],
    ['that is missing', { narrative: '话' }, { narrative: '话' }],
  ])('%s: the other properties are read', (_, stored, left) => {
    const { words, logged } = readBack(filed(stored))
    expect(words).toEqual([left])
    expect(logged).toEqual([
      { event: 'words', kind: 'unreadable', case: 'c', seq: 1, properties: expect.stringMatching(/^\w+$/) },
    ])
  })

  it('inside another drops the outer one, and names every property it drops', () => {
    const json = JSON.stringify({ name: 3, phone: '138', contact: { mayCall: 'x', mayText: 1 } })
    expect(parseWords('party', json)?.unreadable.sort()).toEqual(['contact', 'name'])
    const { words } = readBack({ seq: 2, kind: 'party', json })
    expect(words).toEqual([{ phone: '138' }])
  })

  it('logs nothing that a person wrote', () => {
    const { logged } = readBack(filed({ narrative: '甲乙丙', request: { 丁: '戊' } }))
    expect(JSON.stringify(logged)).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

it.each([
  ['no JSON', '{'],
  ['no object', '"话"'],
  ['a list', '["话"]'],
  ['an object without a readable property', '{"narrative":3}'],
])('sealed words that are %s are left out and logged without properties', (_, json) => {
  const { words, logged } = readBack({ seq: 1, kind: 'filed', json })
  expect(words).toEqual([])
  expect(logged).toEqual([{ event: 'words', kind: 'unreadable', case: 'c', seq: 1 }])
})
