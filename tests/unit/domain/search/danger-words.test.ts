import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { searchWordsSchema } from '#domain/content/reference.ts'
import { dangerLines } from '#domain/search/danger-words.ts'
import type { DangerWords } from '#domain/search/search-index.ts'

/** Words of danger: tests/search/danger.tsv gives for each sentence the expected help line, or none (`-`). */

const { danger } = searchWordsSchema.parse(parse(readFileSync('content/search.yaml', 'utf8')))

const rows = readFileSync('tests/search/danger.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t') as [string, string])
const dangerous = rows.filter(([lines]) => lines !== '-')
const innocent = rows.filter(([lines]) => lines === '-').map(([, says]) => says)

const wordsOf = ({ words = [], chain = [] }: DangerWords): string[] => [...words, ...chain.flat()]
const holdsOneOf = (says: string, words: string[]): boolean => words.some((word) => says.includes(word))

describe('danger words', () => {
  it('have at least 80 dangerous and 80 harmless test sentences, each once', () => {
    expect(dangerous.length).toBeGreaterThanOrEqual(80)
    expect(innocent.length).toBeGreaterThanOrEqual(80)
    expect(new Set(rows.map(([, says]) => says)).size).toBe(rows.length)
  })

  it.each(dangerous)('show the line %s for: %s', (lines, says) => {
    const [first, ...further] = lines.split(',')
    const found = dangerLines(danger, says)
    expect(found[0]).toBe(first)
    expect(found).toEqual(expect.arrayContaining(further))
  })

  it.each(innocent)('show no line for: %s', (says) => {
    expect(dangerLines(danger, says)).toEqual([])
  })

  it('are found in a long complaint, between spaces, after a greeting', () => {
    const before = '您好，我是青山村的，想问一下去年分地的事，村里一直没有给我们答复，'
    for (const [lines, says] of dangerous) {
      const [first] = lines.split(',')
      expect(dangerLines(danger, `${before}${says}，谢谢您`), says).toContain(first)
      expect(dangerLines(danger, [...says].join(' ')), says).toContain(first)
    }
  })
})

describe('every danger word in the data has a test sentence', () => {
  const said = dangerous.map(([, says]) => says)

  it.each(danger.flatMap((rule) => (rule.words ?? []).map((word) => [word, rule] as const)))(
    '%s finds a dangerous sentence',
    (word, { chain: _chain, ...rule }) => {
      expect(said.some((says) => dangerLines([{ ...rule, words: [word] }], says).length > 0)).toBe(true)
    },
  )

  it.each(
    danger.flatMap(({ words: _words, ...rule }) => (rule.chain ? [[rule.chain.join(' '), rule]] : [])) as [
      string,
      DangerWords,
    ][],
  )('%s finds a dangerous sentence', (_, rule) => {
    expect(said.some((says) => dangerLines([rule], says).length > 0)).toBe(true)
  })

  it.each(
    danger.flatMap(({ words = [], unless = [], not = [] }) =>
      words.filter((word) => not.length > 0 || unless.some((other) => other.includes(word))),
    ),
  )('%s, ambiguous beside other words, is in a harmless sentence', (word) => {
    expect(innocent.some((sentence) => sentence.includes(word))).toBe(true)
  })

  it.each(danger.flatMap((rule) => (rule.unless ?? []).map((other) => [other, wordsOf(rule)] as const)))(
    'the exception %s is in a harmless sentence',
    (other) => {
      expect(innocent.some((sentence) => sentence.includes(other))).toBe(true)
    },
  )

  it.each(danger.flatMap((rule) => (rule.not ?? []).map((beside) => [beside, wordsOf(rule)] as const)))(
    'the neighbouring word %s is in a harmless sentence',
    (beside, words) => {
      expect(innocent.some((sentence) => sentence.includes(beside) && holdsOneOf(sentence, words))).toBe(true)
    },
  )
})

describe('a danger phrase counts only as a whole word of the sentence', () => {
  const rule = (more: Partial<DangerWords>): DangerWords[] => [{ contacts: ['110'], ...more }]

  it.each([
    ['领了结婚证', rule({ words: ['了结'] }), 0],
    ['他年轻生了病', rule({ words: ['轻生'] }), 0],
    ['我们一起火锅吃完平摊', rule({ words: ['起火'] }), 0],
    ['他要轻生', rule({ words: ['轻生'] }), 1],
    ['我真的想死了', rule({ words: ['想死'] }), 1],
    ['男人打工去了', rule({ words: ['男人打'], unless: ['打工'] }), 0],
    ['男人打工回来男人打我', rule({ words: ['男人打'], unless: ['打工'] }), 1],
    ['车胎没气了', rule({ words: ['没气了'], not: ['胎'] }), 0],
    ['车胎的事先放着我爹躺在地上好像没气了', rule({ words: ['没气了'], not: ['胎'] }), 1],
    ['男人喝了酒又打了我', rule({ chain: [['男人'], ['打'], ['我']] }), 1],
    ['我打了男人', rule({ chain: [['男人'], ['打'], ['我']] }), 0],
    ['男人在外头干了三年活回来没见钱又打听到我', rule({ chain: [['男人'], ['打'], ['我']] }), 0],
  ])('%s', (says, rules, lines) => {
    expect(dangerLines(rules, says)).toHaveLength(lines)
  })
})
