import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { LogKind } from '#domain/staff/desk-log.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { SignInStore } from '#store/ports/staff/sign-in.ts'
import type { AuthPorts } from '../ports.ts'
import { makeClaim } from './claim.ts'
import { hashPaperCode, makePaperCodes, makeSecret, readCode } from './codes.ts'
import { type AuthFault, attempt, type Library, setCookies } from './library.ts'

/** Binding an authenticator, and the codes on paper. The secret lies sealed in the row, of the codes only hashes. */

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

export const makeSecondFactor = (
  ports: AuthPorts<Pick<SignInStore, 'count'> & Pick<LogStore, 'log'>>,
  auth: Library,
) => {
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

  const hashes = async (userId: string, codes: string[]): Promise<string> =>
    JSON.stringify(await Promise.all(codes.map((code) => hashPaperCode(ports.keys, userId, code))))
  /** Ten new codes in place of the old ones. Only their hashes stay here. */
  const drawCodes = async (userId: string): Promise<string[]> => {
    const codes = makePaperCodes(ports.random)
    const update = { backupCodes: await hashes(userId, codes) }
    await (await auth.$context).adapter.update({ model: 'twoFactor', where: byUser(userId), update })
    return codes
  }

  const begin = async (userId: string): Promise<Row> => {
    const row = {
      userId,
      // The prefix tells the library that these are the letters themselves.
      secret: await seal(`base32:${makeSecret(ports.random)}`),
      backupCodes: '[]',
      verified: false,
    }
    return (await auth.$context).adapter.create<typeof row, Row>({ model: 'twoFactor', data: row })
  }

  return {
    /** Has the person asked to bind an authenticator, or been made to, without finishing? */
    async isEnrolling(userId: string): Promise<boolean> {
      return (await find(userId))?.verified === false
    },

    /**
     * What the page of binding shows; begins it where nothing was begun. Null once bound.
     * @param earlier the codes this person was shown before: they stay while they fit, so that a reload shows the same
     */
    async enrolment(
      person: { id: string; username: string },
      earlier: string[] = [],
    ): Promise<Enrolment | null> {
      const row = (await find(person.id)) ?? (await begin(person.id))
      if (row.verified) return null
      const fits = earlier.length > 0 && (await hashes(person.id, earlier)) === row.backupCodes
      const secret = (await open(row.secret)).replace('base32:', '')
      const label = encodeURIComponent(`liuchixiang:${person.username}`)
      return {
        groups: secret.match(/.{1,4}/g) ?? [],
        uri: `otpauth://totp/${label}?secret=${secret}&issuer=liuchixiang&digits=6&period=30`,
        paperCodes: fits ? earlier : await drawCodes(person.id),
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

    /** Ten new codes; the old ones are paper. */
    async renewPaperCodes(userId: string): Promise<string[]> {
      const codes = await drawCodes(userId)
      await note(userId, 'codes-renewed')
      return codes
    },
  }
}
