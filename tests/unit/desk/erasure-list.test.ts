import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { erasureFile } from '../../../functions/erasure-list.ts'

/** What was acknowledged is read again, whatever a full disk or a power cut left behind it. */

let folder: string
let path: string
let torn: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erasures-'))
  path = join(folder, 'erasures.jsonl')
  torn = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

const list = () =>
  erasureFile(path, () => {
    torn += 1
  })
const erasure = (party: number) => ({ caseId: 'c1', party, at: 1_764_000_000_000 })
const line = (party: number) => JSON.stringify(erasure(party))

describe('a last line that was torn', () => {
  it.each([
    ['in its middle', line(2).slice(0, 20)],
    ['before its last sign', line(2).slice(0, -1)],
    ['to zeros', '\0\0\0\0'],
  ])('%s is passed over and reported, and cut off by the next erasure', async (_, rest) => {
    writeFileSync(path, `${line(1)}\n${rest}`)
    expect([await list().all(), torn]).toEqual([[erasure(1)], 1])
    await list().add(erasure(3))
    expect(readFileSync(path, 'utf8')).toBe(`${line(1)}\n${line(3)}\n`)
    expect([await list().all(), torn]).toEqual([[erasure(1), erasure(3)], 1])
  })

  it('that is the only one leaves an empty list', async () => {
    writeFileSync(path, '{"caseId"')
    expect(await list().all()).toEqual([])
    await list().add(erasure(1))
    expect(readFileSync(path, 'utf8')).toBe(`${line(1)}\n`)
  })
})

it('a whole last line without its end counts, and stays whole', async () => {
  writeFileSync(path, line(1))
  expect([await list().all(), torn]).toEqual([[erasure(1)], 0])
  await list().add(erasure(2))
  expect(readFileSync(path, 'utf8')).toBe(`${line(1)}\n${line(2)}\n`)
})

it('damage before the last line is an error: it may have been acknowledged', async () => {
  writeFileSync(path, `${line(1).slice(0, 20)}\n${line(2)}\n`)
  await expect(list().all()).rejects.toMatchObject({ code: 'ERASURES_DAMAGED' })
})

it('erasures at the same time are all there', async () => {
  const one = list()
  const parties = Array.from({ length: 20 }, (_, index) => index + 1)
  await Promise.all(parties.map((party) => one.add(erasure(party))))
  expect(await list().all()).toEqual(parties.map(erasure))
})
