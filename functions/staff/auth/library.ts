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
 * better-auth as we set it up. Nothing of it is mounted (`auth.handler` stays unused): the files beside this one call
 * its functions, our routes set the cookies it gives. Only this folder knows it.
 */
const seconds = (ms: number): number => ms / 1000

/** @param secure whether the request came over https: the cookie's prefix hangs on it */
export const configure = (ports: AuthPorts, secret: string, secure: boolean) =>
  betterAuth({
    appName: 'liuchixiang',
    // Never called over HTTP; without one the library warns and guesses.
    baseURL: 'https://staff.invalid',
    secret,
    // D1 refuses BEGIN: no transactions.
    database: ports.staff.libraryAdapter((database, schema) =>
      drizzleAdapter(database, { provider: 'sqlite', transaction: false, schema }),
    ),
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // The library's texts may quote what was typed: only the level goes on.
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
        // Whatever `usernamePattern` allows: the library has no opinion on it.
        username: { type: 'string', input: false },
        unit: { type: 'string', input: false },
        role: { type: 'string', input: false },
        publishedName: { type: 'string', required: false, input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    // The row ends after twelve hours whatever happens; the idle limit is `current`'s. No age makes it less of a
    // session (the library would refuse its own list after a day): the desk asks for the password itself.
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
            // A browser chooses what it calls itself; the row keeps as much as names it.
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
          // What lies in the row are keyed hashes already, and a hash is what `confirm` hands in to be looked up.
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

export type Library = ReturnType<typeof configure>

/** A `__Host-` cookie must be Secure, which plain http on loopback cannot set everywhere. */
const cookiePrefix = (secure: boolean): string => (secure ? '__Host-staff' : 'staff')

/** `replayed`: a right code that was used before; the sign-in it ended begins anew. */
export type AuthFault = 'refused' | 'replayed' | 'tooMany' | 'noChallenge' | 'password'

const faultOf: Record<string, AuthFault> = {
  INVALID_TWO_FACTOR_COOKIE: 'noChallenge',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'tooMany',
  ACCOUNT_TEMPORARILY_LOCKED: 'tooMany',
  // Deactivated between password and code: the challenge is gone.
  STAFF_INACTIVE: 'noChallenge',
  INVALID_PASSWORD: 'password',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
}

/** Expected refusals as values; what is the library's or the database's fault still throws. */
export const attempt = async <T>(work: Promise<T>): Promise<Result<T, AuthFault>> => {
  try {
    return ok(await work)
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    return fail(faultOf[String(error.body?.code)] ?? 'refused')
  }
}

/** The cookies an answer of the library wants set. */
export const setCookies = (headers: Headers | undefined | null): string[] => headers?.getSetCookie() ?? []
