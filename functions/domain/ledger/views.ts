import { readLine } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'

/** Named filters of a ledger: how many a person has, and what their names may be. */

export const mostViews = 20

const viewName = 20

export const viewMessages = {
  required: '请给它起个名字，例如“本月过期的”。',
  tooLong: `名字最多 ${viewName} 个字。`,
  full: `最多存 ${mostViews} 个，请先删掉不用的。`,
} as const

/** The name of a view as it was typed. */
export const readViewName = (typed: string): Result<string, 'required' | 'tooLong'> => {
  const name = readLine(typed, viewName)
  if (name === null) return fail('tooLong')
  return name ? ok(name) : fail('required')
}
