import { fail, ok, type Result } from '#domain/basics/result.ts'
import { passwordLength } from '#domain/staff/bounds.ts'
import type { LogData, LogKind } from '#domain/staff/desk-log.ts'
import type { Role } from '#domain/staff/staff.ts'
import { needsSecondFactor } from '#domain/staff/staff.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { SignInMarks, SignInStore } from '#store/ports/staff/sign-in.ts'
import type { AuthPorts } from '../ports.ts'
import { type AuthFault, attempt, type BetterAuth, setCookies } from './better-auth.ts'
import { makeChallenge } from './challenge.ts'
import { makeClaim } from './claim.ts'
import { hashPaperCode, readCode } from './codes.ts'
import { makeSignInLock } from './sign-in-lock.ts'

/** Signing in: name and password, then a code if a second factor is bound. All successes and refusals are logged. */

export interface SignedIn {
  /** The next step: entering a code, binding an authenticator, or the desk. */
  next: 'code' | 'enrol' | 'desk'
  cookies: string[]
  /** True if a link was made for this person or their second factor removed since their last sign-in. */
  told: boolean
}

export interface Confirmed {
  cookies: string[]
  told: boolean
}

/** Sign-in with name and password, then with a code of the second factor. */
export const makeSignIn = (ports: AuthPorts<SignInStore & Pick<LogStore, 'log'>>, auth: BetterAuth) => {
  const { staff, keys, clock } = ports
  const claim = makeClaim(ports, auth)
  const { marksOf, judge } = makeSignInLock(ports)
  const { onlyCookie, challengeHolder } = makeChallenge(auth)

  const write = (subject: string, kind: LogKind, data: LogData, by = subject) => ({
    subject,
    actor: by,
    kind,
    at: clock(),
    data,
  })

  /** Opens a session for a person whose password was correct, or a challenge if a second factor is bound. */
  const enter = async (
    account: { id: string; unit: string; role: Role },
    how: 'password' | 'link',
    headers: Headers,
    marks?: SignInMarks,
  ): Promise<Result<SignedIn, AuthFault>> => {
    const body = { userId: account.id }
    const entered = await attempt(
      auth.api.enter({ body, headers: await onlyCookie(headers, 'none'), returnHeaders: true }),
    )
    if (!entered.ok) return entered
    const cookies = setCookies(entered.value.headers)
    // With a second factor the answer is { twoFactorRedirect: true } and there is no session yet; its type omits this.
    const challenged = 'twoFactorRedirect' in entered.value.response
    const kind = challenged ? 'challenged' : 'signed-in'
    const told = await staff.cameIn(write(account.id, kind, { how }), marks)
    if (challenged) return ok({ next: 'code', cookies, told })
    return ok({ next: needsSecondFactor(account) ? 'enrol' : 'desk', cookies, told })
  }

  return {
    enter,

    /**
     * First step: name and password. Every attempt takes the same statements and one password check, whether the name
     * is unknown, has no password yet, is deactivated, or the password is wrong.
     */
    async signIn(
      name: string,
      password: string,
      address: string,
      headers: Headers,
    ): Promise<Result<SignedIn, AuthFault>> {
      const username = name.toLowerCase()
      const marks = await marksOf(username, address)
      // Counted before the password check, so that concurrent attempts cannot bypass the limit; success takes it back.
      const look = await staff.beginSignIn(username, marks, clock())
      const { account } = look
      const refused = async (kind: 'refused' | 'locked') =>
        staff.log({
          ...write(account?.id ?? '', kind, { how: 'wrong' }, ''),
          mark: await keys.mac('log-mark', username),
        })
      const lock = await judge(look, marks)
      if (lock === 'closes') await refused('locked')
      if (lock !== 'open') return fail('tooMany')
      const hash = account?.hash ?? ports.password.decoy
      const right = await ports.password.verify(hash, password.slice(0, passwordLength.most))
      const honest = right && password.length <= passwordLength.most
      if (honest && account?.hash && !account.deactivated) return enter(account, 'password', headers, marks)
      await refused('refused')
      return fail('refused')
    },

    /** True if the request belongs to a sign-in between password and code. */
    async challenged(headers: Headers): Promise<boolean> {
      return (await onlyCookie(headers, 'challenge')).has('cookie')
    },

    /** Second step: six digits of the app, or one of the ten paper codes. */
    async confirm(typed: string, headers: Headers): Promise<Result<Confirmed, AuthFault>> {
      const { kind, code } = readCode(typed)
      const bare = await onlyCookie(headers, 'challenge')
      const holder = await challengeHolder(bare)
      const failed = async (fault: AuthFault, how: 'code' | 'replayed' = 'code') => {
        const outcome = fault === 'tooMany' ? 'locked' : 'refused'
        if (holder) await staff.log(write(holder, outcome, { how }, ''))
        return fail(fault)
      }
      const codeToCheck = kind === 'paper' && holder ? await hashPaperCode(keys, holder, code) : code
      const request = { body: { code: codeToCheck }, headers: bare, returnHeaders: true } as const
      const done =
        kind === 'paper'
          ? await attempt(auth.api.verifyBackupCode(request))
          : await attempt(auth.api.verifyTOTP(request))
      if (!done.ok) return failed(done.error)
      const { user, token } = done.value.response
      if (kind === 'app' && !(await claim(user.id, code, token ?? ''))) return failed('replayed', 'replayed')
      const told = await staff.cameIn(write(user.id, 'signed-in', { how: kind }))
      return ok({ cookies: setCookies(done.value.headers), told })
    },
  }
}
