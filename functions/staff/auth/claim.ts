import { codeLife } from '#domain/staff/bounds.ts'
import type { SignInStore } from '#store/ports/staff/sign-in.ts'
import type { AuthPorts } from '../ports.ts'
import type { BetterAuth } from './better-auth.ts'

/** Accepts each code once (RFC 6238, 5.2), which the library does not check; a second use ends its own session. */
export const makeClaim =
  ({ staff, keys, clock }: AuthPorts<Pick<SignInStore, 'count'>>, auth: BetterAuth) =>
  async (userId: string, code: string, token: string): Promise<boolean> => {
    const mark = `code:${await keys.mac('staff-mark', `${userId} ${code}`)}`
    if ((await staff.count(mark, clock(), codeLife)) === 1) return true
    await (await auth.$context).internalAdapter.deleteSession(token)
    return false
  }
