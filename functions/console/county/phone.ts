import { normaliseWidth } from '#domain/basics/normalise.ts'
import { phone } from '#domain/content/fields.ts'
import { isSampleNumber } from '../readiness/samples.ts'

/** (0551) 1234567 as it is stored: 0551-1234567; what is no number stays as it is. */
export const tidyPhone = (typed: string): string => {
  const text = normaliseWidth(typed)
    .replace(/[\s·]/gu, '')
    .replace(/[‐-―−_]/gu, '-')
    .replace(/^\((0\d{2,3})\)-?/u, '$1-')
  const digits = text.replaceAll('-', '')
  if (/^1[3-9]\d{9}$|^[48]00\d{7}$/.test(digits)) return digits
  // An area code written without a dash: Beijing, Shanghai and their like have three digits, all others four.
  const [, code, rest] =
    /^(0(?:10|2\d))(\d{8})$/.exec(digits) ?? /^(0[3-9]\d{2})(\d{7,8})$/.exec(digits) ?? []
  return code ? `${code}-${rest}` : text
}

/** What is wrong with a number, in a sentence; undefined for one that can be published. */
export const phoneFault = (tidied: string, typed: string): string | undefined => {
  if (tidied === '') return '没有写电话'
  if (isSampleNumber(tidied)) return `电话“${typed}”是示例号码，请换成真的`
  return phone.safeParse(tidied).success
    ? undefined
    : `电话“${typed}”写法不对，请写成 12345、0551-1234567 或者 13800000000 这样，一格一个号码`
}
