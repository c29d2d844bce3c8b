import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { LogKind } from '../domain/desk-log.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { makePaperCodes, makeSecret, readCode } from './auth-codes.ts'
import { type AuthFault, attempt, type Library, setCookies } from './auth-library.ts'
import { makeClaim } from './auth-sign-in.ts'
import type { AuthPorts } from './ports.ts'

/** Binding an authenticator, and the codes on paper. Secrets lie sealed in the row, as the library reads them. */

interface Row {
  id: string
  secret: string
  backupCodes: string
  verified: boolean
}

export interface Enrolment {
  /** The secret in groups of four. */
  groups: string[]
  uri: string
  paperCodes: string[]
}

export const makeSecondFactor = (ports: AuthPorts, auth: Library) => {
  const claim = makeClaim(ports, auth)
  const note = (userId: string, kind: LogKind) =>
    ports.staff.log({ subject: userId, actor: userId, kind, at: ports.clock() })
  const byUser = (userId: string) => [{ field: 'userId', value: userId }]
  const find = async (userId: string): Promise<Row | null> =>
    (await auth.$context).adapter.findOne<Row>({ model: 'twoFactor', where: byUser(userId) })
  const seal = async (data: string): Promise<string> =>
    symmetricEncrypt({ key: (await auth.$context).secretConfig, data })
  const open = async (data: string): Promise<string> =>
    symmetricDecrypt({ key: (await auth.$context).secretConfig, data })

  const begin = async (userId: string): Promise<Row> => {
    const row = {
      userId,
      // The prefix tells the library that these are the letters themselves.
      secret: await seal(`base32:${makeSecret(ports.random)}`),
      backupCodes: await seal(JSON.stringify(makePaperCodes(ports.random))),
      verified: false,
    }
    return (await auth.$context).adapter.create<typeof row, Row>({ model: 'twoFactor', data: row })
  }
  const codesOf = async (row: Row): Promise<string[]> => JSON.parse(await open(row.backupCodes)) as string[]

  return {
    /** Has the person asked to bind an authenticator, or been made to, without finishing? */
    async isEnrolling(userId: string): Promise<boolean> {
      return (await find(userId))?.verified === false
    },

    /** What the page of binding shows; begins it where nothing was begun. Null once bound. */
    async enrolment(person: { id: string; username: string }): Promise<Enrolment | null> {
      const row = (await find(person.id)) ?? (await begin(person.id))
      if (row.verified) return null
      const secret = (await open(row.secret)).replace('base32:', '')
      const label = encodeURIComponent(`liuchixiang:${person.username}`)
      return {
        groups: secret.match(/.{1,4}/g) ?? [],
        uri: `otpauth://totp/${label}?secret=${secret}&issuer=liuchixiang&digits=6&period=30`,
        paperCodes: await codesOf(row),
      }
    },

    /** Leaves a binding that was begun out of free will. */
    async cancelEnrolment(userId: string): Promise<void> {
      const where = [...byUser(userId), { field: 'verified', value: false }]
      await (await auth.$context).adapter.deleteMany({ model: 'twoFactor', where })
    },

    /** The first code proves that the app works, and binds it. */
    async enrol(typed: string, headers: Headers): Promise<Result<string[], AuthFault>> {
      const { code } = readCode(typed)
      const done = await attempt(auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
      if (!done.ok) return done
      const { user, token } = done.value.response
      if (!(await claim(user.id, code, token))) return fail('refused')
      await note(user.id, 'factor-bound')
      return ok(setCookies(done.value.headers))
    },

    async paperCodes(userId: string): Promise<string[]> {
      const row = await find(userId)
      return row?.verified ? codesOf(row) : []
    },

    /** Ten new codes; the old ones are paper. */
    async renewPaperCodes(userId: string): Promise<void> {
      const backupCodes = await seal(JSON.stringify(makePaperCodes(ports.random)))
      const where = byUser(userId)
      await (await auth.$context).adapter.update({ model: 'twoFactor', where, update: { backupCodes } })
      await note(userId, 'codes-renewed')
    },
  }
}
