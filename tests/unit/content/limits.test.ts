import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { spanOf } from '#domain/clocks/limit-span.ts'
import { readSources } from '../../../site/build/library.ts'

/** What people must observe: its length as its article says it, and where residents read it. */

const { deadlines, articles } = readSources('content')
const limitOf = (id: string) => {
  const limit = deadlines.limits.find((one) => one.id === id)
  if (!limit) throw new Error(`no limit ${id}`)
  return limit
}

describe('a limit is as long as its article says', () => {
  it.each([
    ['pollution-damages', '5 年', '诉讼时效期间为五年'],
    ['gift-revoke', '1 年', '自知道或者应当知道撤销事由之日起一年内'],
    ['contract-coercion', '1 年', '受胁迫，自胁迫行为终止之日起一年内'],
    ['contract-rescind', '1 年', '解除事由之日起一年内'],
    ['marriage-coercion', '1 年', '自胁迫行为终止之日起一年内'],
    ['marriage-illness', '1 年', '撤销事由之日起一年内'],
    ['appraisal-again', '15 天', '15日内'],
    ['police-refusal', '7 天', '收到不予立案通知书后七日以内'],
    ['state-compensation', '2 年', '时效为两年'],
    ['state-compensation-suit', '3 个月', '三个月内，向人民法院提起诉讼'],
    ['retrial', '6 个月', '发生法律效力后六个月内'],
    ['award-annul', '3 个月', '三个月内'],
    ['confirmation-outsider', '1 年', '一年内'],
    ['demolition-order', '15 天', '责令限期拆除决定之日起十五日内'],
    ['forest-suit', '30 天', '三十日内，向人民法院起诉'],
    ['objection-suit', '15 天', '异议登记之日起十五日内'],
  ])('%s: %s', (id, span, words) => {
    const limit = limitOf(id)
    expect(spanOf(limit)).toBe(span)
    expect(articles[limit.article ?? '']?.text.join('')).toContain(words)
  })

  it('and the general one names its last end of twenty years', () => {
    expect(limitOf('civil-limitation').note).toContain('满二十年')
    expect(articles['civil-code-188']?.text.join('')).toContain('超过二十年')
  })
})

it('every limit is explained once, with its situation or among the steps', () => {
  const pages = ['', 'steps/']
    .map((path) => readFileSync(`dist/deadlines/${path}index.html`, 'utf8'))
    .join('')
  for (const { id, from } of deadlines.limits)
    expect(pages.split(`从${from}算。`).length - 1, id).toBeGreaterThan(0)
  expect(pages.split('看条文').length - 1).toBe(deadlines.limits.filter(({ article }) => article).length)
})
