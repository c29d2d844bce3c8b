import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { numberLink } from '#domain/basics/dialable.ts'

it.each([
  ['12348', 'tel:12348', '拨打', '12348'],
  ['0000-0000100', 'tel:00000000100', '拨打', '0000-0000100'],
  ['12110', 'sms:12110', '发短信到', '12110'],
  ['12337', 'https://www.12337.gov.cn/', '打开', '12337.gov.cn'],
])('%s is a link to %s', (number, href, verb, shown) => {
  expect(numberLink(number)).toEqual({ href, verb, shown })
})

it('a number that nobody answers is no number to dial on the page of telephone numbers', () => {
  const page = readFileSync('dist/contacts/index.html', 'utf8')
  expect(page).toContain('href="https://www.12337.gov.cn/"')
  expect(page).not.toContain('tel:12337')
})
