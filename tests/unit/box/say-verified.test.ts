import { expect, it } from 'vitest'
import { ofCases } from '#store/verifying/whole.ts'
import { sayVerified } from '../../../functions/box/say-verified.ts'

it.each(ofCases)('a mismatch of %s is said in words', (what) => {
  const [line] = sayVerified({ cases: 1, mismatches: [{ caseId: 'c', what }], first: undefined })
  expect(line).toMatch(/^对不上 {2}c：\p{Script=Han}/u)
  expect(line).not.toContain('别的')
})
