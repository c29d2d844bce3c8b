import { beforeAll, describe, expect, it } from 'vitest'
import { cases } from '../../../support/d1/cases.ts'
import { differences, withoutPlace, withThread } from '../../../support/d1/differences.ts'
import { onD1, onSqlite, onThread } from '../../../support/d1/run.ts'

/** The adapter over node:sqlite beside local D1: every case on both, and a list of where they differ. */

let d1: Record<string, unknown>
let sqlite: Record<string, unknown>
let thread: Record<string, unknown>
beforeAll(async () => {
  d1 = await onD1()
  sqlite = await onSqlite()
  thread = await onThread()
})

const names = cases.map(({ name }) => name)
const reasons = new Map(
  Object.entries(differences).flatMap(([reason, listed]) => listed.map((name) => [name, reason] as const)),
)
const equal = names.filter((name) => !reasons.has(name) && !withoutPlace.includes(name))

describe('node:sqlite beside local D1', () => {
  it('has at least a hundred cases with names of their own, and lists each difference once', () => {
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(100)
    const listed = [...Object.values(differences).flat(), ...withoutPlace]
    expect(listed.filter((name) => !names.includes(name))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
  })

  it.each(equal)('agrees: %s', (name) => {
    expect(d1[name]).toBeDefined()
    expect(sqlite[name]).toEqual(d1[name])
  })

  it.each(withoutPlace)('agrees but for the place in the statement: %s', (name) => {
    const [there, here] = [d1, sqlite].map((outcomes) => JSON.stringify(outcomes[name]))
    expect(here).not.toBe(there)
    expect(here).toBe(there?.replaceAll(/ at offset \d+/g, ''))
  })

  it.each([...reasons.keys()])('differs: %s', (name) => {
    expect(sqlite[name]).toBeDefined()
    expect(sqlite[name], reasons.get(name)).not.toEqual(d1[name])
  })

  const otherwise = Object.values(withThread).flat()

  it.each(names.filter((name) => !otherwise.includes(name)))(
    'is the same where a thread writes: %s',
    (name) => {
      expect(thread[name]).toEqual(sqlite[name])
    },
  )

  it.each(otherwise)('is not the same where a thread writes: %s', (name) => {
    expect(names).toContain(name)
    expect(thread[name]).not.toEqual(sqlite[name])
  })
})
