import { fail, ok, type Result } from '#domain/basics/result.ts'
import {
  codeLife,
  crowdedAddress,
  failuresPerNameDay,
  failuresPerPair,
  failuresPerPairCrowded,
  failuresPerPairDay,
  passwordLength,
  signInWindow,
} from '#domain/staff/bounds.ts'
import type { LogData, LogKind } from '#domain/staff/desk-log.ts'
import type { Role } from '#domain/staff/staff.ts'
import { needsSecondFactor } from '#domain/staff/staff.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { SignInLook, SignInMarks, SignInStore } from '#store/ports/staff/sign-in.ts'
import type { AuthPorts } from '../ports.ts'
import { hashPaperCode, readCode } from './codes.ts'
import { type AuthFault, attempt, type Library, setCookies } from './library.ts'

/** Signing in: name and password, then a code where one is bound. Every way in and every refusal is written down. */

export interface SignedIn {
  /** What comes next: a code, binding an authenticator, or the desk. */
  next: 'code' | 'enrol' | 'desk'
  cookies: string[]
  /** Was a link made for this person, or their second factor removed, since they came in last? */
  told: boolean
}

export interface Confirmed {
  cookies: string[]
  told: boolean
}

/** A code works once (RFC 6238, 5.2). The library does not see to that; a second use ends what it began. */
export const makeClaim =
  ({ staff, keys, clock }: AuthPorts<Pick<SignInStore, 'count'>>, auth: Library) =>
  async (userId: string, code: string, token: string): Promise<boolean> => {
    const mark = `code:${await keys.mac('staff-mark', `${userId} ${code}`)}`
    if ((await staff.count(mark, clock(), codeLife)) === 1) return true
    await (await auth.$context).internalAdapter.deleteSession(token)
    return false
  }

/**
 * Closed for now? Only the try that closes is written down. `crowded`: the limit itself moved, since others failed at
 * this address, so that the count does not tell which try closed.
 */
const lockOf = ({
  pair,
  pairDay,
  nameDay,
  address,
}: SignInLook): 'open' | 'closes' | 'closed' | 'crowded' => {
  const over = [pair - failuresPerPair, pairDay - failuresPerPairDay, nameDay - failuresPerNameDay]
  if (over.some((by) => by > 0)) return over.includes(1) ? 'closes' : 'closed'
  return address > crowdedAddress && pair > failuresPerPairCrowded ? 'crowded' : 'open'
}

export const makeSignIn = (ports: AuthPorts<SignInStore & Pick<LogStore, 'log'>>, auth: Library) => {
  const { staff, keys, clock } = ports
  const claim = makeClaim(ports, auth)

  const marksOf = async (name: string, address: string): Promise<SignInMarks> => {
    const mark = async (kind: string, text: string) => `${kind}:${await keys.mac('staff-mark', text)}`
    const both = `${name} ${address}`
    return {
      pair: await mark('pair', both),
      pairDay: await mark('pair-day', both),
      nameDay: await mark('name-day', name),
      address: await mark('address', address),
    }
  }

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

  const write = (subject: string, kind: LogKind, data: LogData, by = subject) => ({
    ...{ subject, actor: by, kind, at: clock(), data },
  })

  /** A session, or a challenge where a second factor is bound, for somebody whose password was right. */
  const enter = async (
    account: { id: string; unit: string; role: Role },
    how: 'password' | 'link',
    headers: Headers,
    marks?: SignInMarks,
  ): Promise<Result<SignedIn, AuthFault>> => {
    const body = { userId: account.id }
    const entered = await attempt(
      auth.api.enter({ body, headers: await only(headers, 'none'), returnHeaders: true }),
    )
    if (!entered.ok) return entered
    const cookies = setCookies(entered.value.headers)
    // With a second factor the answer is { twoFactorRedirect: true } and no session exists yet; its type hides that.
    const challenged = 'twoFactorRedirect' in entered.value.response
    const kind = challenged ? 'challenged' : 'signed-in'
    const told = await staff.cameIn(write(account.id, kind, { how }), marks)
    if (challenged) return ok({ next: 'code', cookies, told })
    return ok({ next: needsSecondFactor(account) ? 'enrol' : 'desk', cookies, told })
  }

  /** Whose sign-in the challenge's cookie carries on; null when it is none. Its value is a secret, so a row proves it. */
  const challengeHolder = async (headers: Headers): Promise<string | null> => {
    const [, value = ''] = (headers.get('cookie') ?? '').split('=')
    const identifier = decodeURIComponent(value).split('.')[0]
    if (!identifier) return null
    const { internalAdapter } = await auth.$context
    return (await internalAdapter.findVerificationValue(identifier))?.value ?? null
  }

  return {
    enter,

    /**
     * Name and password. The same statements and one look at a password for every name: unknown, without a password
     * yet, deactivated, or simply wrong.
     */
    async signIn(
      name: string,
      password: string,
      address: string,
      headers: Headers,
    ): Promise<Result<SignedIn, AuthFault>> {
      const username = name.toLowerCase()
      const marks = await marksOf(username, address)
      // Counted before the look at the password, so that a burst cannot slip through; a right one is taken back.
      const look = await staff.beginSignIn(username, marks, clock())
      const { account } = look
      const refused = async (kind: 'refused' | 'locked') =>
        staff.log({
          ...write(account?.id ?? '', kind, { how: 'wrong' }, ''),
          mark: await keys.mac('log-mark', username),
        })
      const lock = lockOf(look)
      const closes =
        lock === 'crowded'
          ? (await staff.count(`crowded:${marks.pair}`, clock(), signInWindow)) === 1
          : lock === 'closes'
      if (closes) await refused('locked')
      if (lock !== 'open') return fail('tooMany')
      const hash = account?.hash ?? ports.password.decoy
      const right = await ports.password.verify(hash, password.slice(0, passwordLength.most))
      const honest = right && password.length <= passwordLength.most
      if (honest && account?.hash && !account.deactivated) return enter(account, 'password', headers, marks)
      await refused('refused')
      return fail('refused')
    },

    /** Is somebody between password and code? */
    async challenged(headers: Headers): Promise<boolean> {
      return (await only(headers, 'challenge')).has('cookie')
    },

    /** Second step: six digits of the app, or one of the ten codes on paper. */
    async confirm(typed: string, headers: Headers): Promise<Result<Confirmed, AuthFault>> {
      const { kind, code } = readCode(typed)
      const bare = await only(headers, 'challenge')
      const holder = await challengeHolder(bare)
      const failed = async (fault: AuthFault, how: 'code' | 'replayed' = 'code') => {
        const outcome = fault === 'tooMany' ? 'locked' : 'refused'
        if (holder) await staff.log(write(holder, outcome, { how }, ''))
        return fail(fault)
      }
      const given = kind === 'paper' && holder ? await hashPaperCode(keys, holder, code) : code
      const request = { body: { code: given }, headers: bare, returnHeaders: true } as const
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
