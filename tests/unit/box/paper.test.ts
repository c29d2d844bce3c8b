import { expect, it } from 'vitest'
import { readPaper, writePaper } from '../../../functions/box/paper.ts'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const keys = { 'master-key': key(1), 'code-pepper': key(2), 'backup-key': key(3) }
const sheet = writePaper(keys)

it('reads a sheet that was typed again, with other spaces, in another order, with other lines', () => {
  const typed = sheet.trim().split('\n').toReversed()
  const text = ['县里的钥匙纸', '', ...typed].map((line) => `  ${line.replaceAll('  ', ' ')} `).join('\r\n')
  expect(readPaper(text)).toEqual({ ok: true, value: keys })
})

it.each([
  ['another character', (line: string) => line.replace('AQEB', 'AQFB')],
  ['a character of the other case', (line: string) => line.replace('AQEB', 'aQEB')],
  ['a missing character', (line: string) => line.replace('AQEB', 'AQE')],
  ['two characters in the other order', (line: string) => line.replace('AQEB', 'QAEB')],
  ['no check', (line: string) => line.slice(0, -4)],
])('names the line of a sheet that has %s', (_, change) => {
  const [first = '', ...others] = sheet.split('\n')
  expect(change(first)).not.toBe(first)
  expect(readPaper([change(first), ...others].join('\n'))).toEqual({ ok: false, error: ['master-key'] })
})

it('the check of one key does not fit another', () => {
  const [first = '', second = ''] = sheet.split('\n')
  const swapped = [first.replace('master-key ', 'code-pepper'), second.replace('code-pepper', 'master-key ')]
  expect(readPaper(swapped.join('\n'))).toMatchObject({ ok: false })
})

it('reads nothing from a text without keys', () => {
  expect(readPaper('六尺巷\n')).toEqual({ ok: true, value: {} })
})
