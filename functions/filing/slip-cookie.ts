import { doneLife, slipsKept } from '#domain/basics/bounds.ts'
import { slottedCookie } from '#http/sealed-cookie.ts'
import type { Ports } from '#ports'
import type { FiledAnswer } from './file-case.ts'

/** The data of the page with the code; the key lets 我已记下 delete the stored answer. */
interface FiledSlip {
  answer: FiledAnswer
  key: string
  /** True if files can be given right away. */
  givesFiles?: boolean
}

/**
 * The cookies that show a slip again in the browser that filed, until it is noted. Each filing has its own, so that the
 * slips of two tabs never mix; the URL of a slip names it (`slipField`), except that of a browser's first.
 */
export const slipCookie = (ports: Pick<Ports, 'keys' | 'clock'>) =>
  slottedCookie<FiledSlip>(ports, 'done-cookie', doneLife, slipsKept)

/** Query and form field with the name of a slip. */
export const slipField = 'slip'

/** The name of the slip of a send token: the token itself stays out of URLs. */
export const slipOf = (token: string): string => token.slice(0, 8)

/** The name of a slip in a request; the browser's first slip if it is none of ours. */
export const slipNamed = (name: string): string => (/^[0-9a-f]{8}$/.test(name) ? name : '')
