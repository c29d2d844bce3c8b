import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { units } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import {
  challengeLife,
  codeFailures,
  passwordLength,
  signInWindow,
  staffLongest,
} from '#domain/staff/bounds.ts'
import type { AuthPorts } from '../ports.ts'
import { makePaperCodes } from './codes.ts'
import { enterPlugin } from './enter.ts'

/**
 * Our configuration of better-auth. None of its routes is mounted (`auth.handler` stays unused): the other files of
 * this folder call its functions, and our routes set the cookies it returns. Only this folder knows the library.
 */
const seconds = (ms: number): number => ms / 1000

/** @param secure whether the request came over https: the prefix of the cookies depends on it */
export const configureBetterAuth = (ports: AuthPorts, secret: string, secure: boolean) =>
  betterAuth({
    appName: 'liuchixiang',
    // The library is never called over HTTP; without a base URL it warns and guesses one.
    baseURL: 'https://staff.invalid',
    secret,
    // D1 refuses BEGIN, so the library must not use transactions.
    database: ports.staff.authAdapter((database, schema) =>
      drizzleAdapter(database, { provider: 'sqlite', transaction: false, schema }),
    ),
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // The library's messages may quote what was typed, so only the level is logged.
      log: (level) => ports.log({ event: 'staff-auth', level }),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: {
        hash: ports.password.hash,
        verify: ({ hash, password }) => ports.password.verify(hash, password),
      },
    },
    user: {
      additionalFields: {
        // `usernamePattern` decides what is allowed; the library does not check it.
        username: { type: 'string', input: false },
        unit: { type: 'string', input: false },
        role: { type: 'string', input: false },
        publishedName: { type: 'string', required: false, input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    // A session expires after twelve hours at most; `current` checks the idle limit. `freshAge` is off, because the
    // library would refuse its list of sessions after a day; the desk asks for the password again itself.
    session: {
      freshAge: 0,
      expiresIn: seconds(staffLongest),
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(secure),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const account = await ports.staff.account(session.userId)
            // The browser chooses the text of its user agent, so its length is bounded.
            const userAgent = session.userAgent?.slice(0, units.header)
            if (account && account.deactivatedAt === null) return { data: { userAgent } }
            throw new APIError('FORBIDDEN', { code: 'STAFF_INACTIVE', message: 'inactive' })
          },
        },
      },
    },
    plugins: [
      enterPlugin(),
      twoFactor({
        issuer: 'liuchixiang',
        twoFactorCookieMaxAge: seconds(challengeLife),
        backupCodeOptions: {
          // The row already contains keyed hashes, and `confirm` passes a hash to look up.
          storeBackupCodes: { encrypt: async (hashes) => hashes, decrypt: async (hashes) => hashes },
          customBackupCodesGenerate: () => makePaperCodes(ports.random),
        },
        accountLockout: {
          enabled: true,
          maxFailedAttempts: codeFailures,
          durationSeconds: seconds(signInWindow),
        },
      }),
    ],
  })

export type BetterAuth = ReturnType<typeof configureBetterAuth>

/** A `__Host-` cookie must be Secure, which not every browser can set over plain http on loopback. */
const cookiePrefix = (secure: boolean): string => (secure ? '__Host-staff' : 'staff')

/** `replayed`: a correct code that was used before; the person has to sign in again. */
export type AuthFault = 'refused' | 'replayed' | 'tooMany' | 'noChallenge' | 'password'

const faultOf: Record<string, AuthFault> = {
  INVALID_TWO_FACTOR_COOKIE: 'noChallenge',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'tooMany',
  ACCOUNT_TEMPORARILY_LOCKED: 'tooMany',
  // Deactivated between password and code: the challenge was deleted.
  STAFF_INACTIVE: 'noChallenge',
  INVALID_PASSWORD: 'password',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
}

/** Turns expected refusals of the library into values; errors of the library or the database are still thrown. */
export const attempt = async <T>(work: Promise<T>): Promise<Result<T, AuthFault>> => {
  try {
    return ok(await work)
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    return fail(faultOf[String(error.body?.code)] ?? 'refused')
  }
}

/** The `Set-Cookie` values of an answer of the library. */
export const setCookies = (headers: Headers | undefined | null): string[] => headers?.getSetCookie() ?? []
