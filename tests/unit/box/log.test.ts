import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lineOf } from '../../../functions/box/log.ts'

const clock = { event: 'alarm', kind: 'clock', seconds: -400 }
const clockLine =
  '{"event":"alarm","kind":"clock","seconds":-400,"says":"时钟被拨慢了 400 秒。请核对（timedatectl）。"}'

it.each([
  ['an alarm, with the priority of an alert and a sentence', clock, true, `<1>${clockLine}`],
  ['an alarm as JSON alone, where no journal reads it', clock, false, clockLine],
  ['anything else as it is', { event: 'fault', kind: 'Error' }, true, '{"event":"fault","kind":"Error"}'],
])('the log writes %s', (_, entry, journal, line) => {
  expect(lineOf(entry, journal)).toBe(line)
})

it.each([
  ['SQLITE_FULL', '磁盘满了'],
  ['ENOSPC', '磁盘满了'],
  ['SQLITE_IOERR', '磁盘读写出错'],
])('an alarm of storage tells a full disk from a broken one: %s', (code, says) => {
  for (const kind of ['storage', 'database']) {
    const line = lineOf({ event: 'alarm', kind, code }, false)
    expect(line.includes(says)).toBe(kind === 'storage' || says === '磁盘满了')
  }
})

it('every alarm that the program can log has a sentence in Chinese', () => {
  const kinds = globSync(['functions/box/**/*.ts', 'functions/*.ts']).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/event: 'alarm', kind: '([^']+)'/g)].map(([, kind = '']) => kind),
  )
  expect(kinds).toEqual(expect.arrayContaining(['storage', 'clock', 'erasures-torn']))
  for (const kind of kinds)
    expect(lineOf({ event: 'alarm', kind }, false), kind).toMatch(/"says":"\p{Script=Han}/u)
})
