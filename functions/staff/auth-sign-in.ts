import { fail, ok, type Result } from '../domain/result.ts'
import type { Role } from '../domain/staff.ts'
import { needsSecondFactor } from '../domain/staff.ts'
import { codeLife, failuresPerAddress, failuresPerName, signInWindow } from '../domain/staff-limits.ts'
import { readCode } from './auth-codes.ts'
import { type AuthFault, attempt, type Library, setCookies } from './auth-library.ts'
import type { AuthPorts } from './ports.ts'

/** Signing in: name and password, then a code where one is bound. */

export interface SignedIn {
  /** What comes next: a code, binding an authenticator, or the desk. */
  next: 'code' | 'enrol' | 'desk'
  cookies: string[]
}

/** A code works once (RFC 6238, 5.2). The library does not see to that; a second use ends what it began. */
export const makeClaim =
  ({ staff, keys, clock }: AuthPorts, auth: Library) =>
  async (userId: string, code: string, token: string): Promise<boolean> => {
    const mark = `code:${await keys.mac('staff-mark', `${userId} ${code}`)}`
    if ((await staff.count(mark, clock(), codeLife)) === 1) return true
    await (await auth.$context).internalAdapter.deleteSession(token)
    return false
  }

export const makeSignIn = (ports: AuthPorts, auth: Library) => {
  const { staff, keys, clock } = ports
  const claim = makeClaim(ports, auth)
  const markKey = async (kind: 'name' | 'address', text: string) =>
    `${kind}:${await keys.mac('staff-mark', text)}`

  /** Only this cookie of ours decides: what else a browser sends along must not. */
  const only = async (headers: Headers, cookie: 'none' | 'challenge'): Promise<Headers> => {
    const bare = new Headers(headers)
    const { createAuthCookie } = await auth.$context
    const wanted = cookie === 'challenge' ? `${createAuthCookie('two_factor').name}=` : null
    const kept = (headers.get('cookie') ?? '')
      .split(/;\s*/)
      .filter((pair) => wanted && pair.startsWith(wanted))
    bare.delete('cookie')
    if (kept.length > 0) bare.set('cookie', kept.join('; '))
    return bare
  }

  return {
    async signIn(
      name: string,
      password: string,
      address: string,
      headers: Headers,
    ): Promise<Result<SignedIn, AuthFault>> {
      const now = clock()
      const nameKey = await markKey('name', name.toLowerCase())
      const addressKey = await markKey('address', address)
      // Counted before the look at the password, so that a burst cannot slip through; a right one is taken back.
      const byName = await staff.count(nameKey, now, signInWindow)
      const byAddress = await staff.count(addressKey, now, signInWindow)
      if (byName > failuresPerName || byAddress > failuresPerAddress) return fail('tooMany')
      const signed = await attempt(
        auth.api.signInUsername({
          body: { username: name, password },
          headers: await only(headers, 'none'),
          returnHeaders: true,
        }),
      )
      if (!signed.ok) return signed
      await staff.forget(nameKey)
      await staff.uncount(addressKey)
      const cookies = setCookies(signed.value.headers)
      // With a second factor the answer is { twoFactorRedirect: true } and no session exists yet; its type hides that.
      if ('twoFactorRedirect' in signed.value.response) return ok({ next: 'code', cookies })
      const { unit, role } = signed.value.response.user as unknown as { unit: string; role: Role }
      return ok({ next: needsSecondFactor({ unit, role }) ? 'enrol' : 'desk', cookies })
    },

    /** Is somebody between password and code? */
    async challenged(headers: Headers): Promise<boolean> {
      return (await only(headers, 'challenge')).has('cookie')
    },

    /** Second step: six digits of the app, or one of the ten codes on paper. */
    async confirm(typed: string, headers: Headers): Promise<Result<string[], AuthFault>> {
      const { kind, code } = readCode(typed)
      const request = {
        body: { code },
        headers: await only(headers, 'challenge'),
        returnHeaders: true,
      } as const
      if (kind === 'paper') {
        const done = await attempt(auth.api.verifyBackupCode(request))
        return done.ok ? ok(setCookies(done.value.headers)) : done
      }
      const done = await attempt(auth.api.verifyTOTP(request))
      if (!done.ok) return done
      const { user, token } = done.value.response
      return (await claim(user.id, code, token)) ? ok(setCookies(done.value.headers)) : fail('replayed')
    },
  }
}
