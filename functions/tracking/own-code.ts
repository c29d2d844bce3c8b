import { doneLife } from '#domain/basics/bounds.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { Ports } from '#ports'

/** The cookie that shows a new code again in the browser that asked for it, until it is noted. */
export const ownCodeCookie = (ports: Pick<Ports, 'keys' | 'clock'>) =>
  ownedCookie<{ code: string }>(ports, 'code-cookie', doneLife)
