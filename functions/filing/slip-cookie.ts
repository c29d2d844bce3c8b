import { doneLife } from '#domain/basics/bounds.ts'
import { sealedCookie } from '#http/sealed-cookie.ts'
import type { Ports } from '#ports'
import type { FiledAnswer } from './file-case.ts'

/** The data of the page with the code; the key lets 我已记下 delete the stored answer. */
interface FiledSlip {
  answer: FiledAnswer
  key: string
}

/** The cookie that shows a slip again in the browser that filed, until it is noted. */
export const slipCookie = (ports: Pick<Ports, 'keys' | 'clock'>) =>
  sealedCookie<FiledSlip>(ports, 'done-cookie', doneLife)
