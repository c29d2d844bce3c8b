import { expect, it } from 'vitest'
import { type PageKey, pageKeyText, readPageKey } from '#domain/desk/page-key.ts'

it.each<[string, PageKey]>([
  ['8640000000000000-0', { key: 8_640_000_000_000_000, caseId: '0' }],
  ['1796000000000-00ff', { key: 1_796_000_000_000, caseId: '00ff' }],
  [
    '1796000000000-1795000000000-00ff',
    { key: 1_796_000_000_000, filedAt: 1_795_000_000_000, caseId: '00ff' },
  ],
  ['5-0-a', { key: 5, filedAt: 0, caseId: 'a' }],
])('an address has %s for a key and leads back to it', (text, key) => {
  expect(pageKeyText(key)).toBe(text)
  expect(readPageKey(text)).toEqual(key)
})

it('an address without a key is that of the first page', () => {
  expect(pageKeyText(undefined)).toBe('')
})

it.each([
  '',
  '5',
  '5-',
  '-a',
  '5--a',
  '5-7-',
  '5-7-8-a',
  '5-x-a',
  '5-A',
  '-5-a',
  '5.5-a',
  ' 5-a',
  '12345678901234567-a',
  '5-12345678901234567-g',
  `5-${'a'.repeat(65)}`,
])('%j is no key', (text) => {
  expect(readPageKey(text)).toBeUndefined()
})
