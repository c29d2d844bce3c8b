import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { LogKind } from '#domain/staff/desk-log.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { SignInStore } from '#store/ports/staff/sign-in.ts'
import type { AuthPorts } from '../ports.ts'
import { type AuthFault, attempt, type BetterAuth, setCookies } from './better-auth.ts'
import { makeClaim } from './claim.ts'
import { hashPaperCode, makePaperCodes, makeSecret, readCode } from './codes.ts'

/** Binding an authenticator, and paper codes. The row contains the encrypted secret and only hashes of the codes. */

interface Row {
  id: string
  secret: string
  backupCodes: string
  verified: boolean
}

export interface Enrolment {
  /** The secret in groups of four characters. */
  groups: string[]
  uri: string
  paperCodes: string[]
}

/** Binding, checking and removing the second factor (TOTP, RFC 6238) and its paper codes. */
export const makeSecondFactor = (
  ports: AuthPorts<Pick<SignInStore, 'count'> & Pick<LogStore, 'log'>>,
  auth: BetterAuth,
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
  /** Replaces the paper codes with ten new ones and returns them; only their hashes are stored. */
  const drawCodes = async (userId: string): Promise<string[]> => {
    const codes = makePaperCodes(ports.random)
    const update = { backupCodes: await hashes(userId, codes) }
    await (await auth.$context).adapter.update({ model: 'twoFactor', where: byUser(userId), update })
    return codes
  }

  const begin = async (userId: string): Promise<Row> => {
    const row = {
      userId,
      // The prefix tells the library that the text is already in base32.
      secret: await seal(`base32:${makeSecret(ports.random)}`),
      backupCodes: '[]',
      verified: false,
    }
    return (await auth.$context).adapter.create<typeof row, Row>({ model: 'twoFactor', data: row })
  }

  return {
    /** True if the person has begun to bind an authenticator, by choice or because they must, and has not finished. */
    async isEnrolling(userId: string): Promise<boolean> {
      return (await find(userId))?.verified === false
    },

    /**
     * The content of the page that binds an authenticator; begins the binding if needed. Null once it is bound.
     * @param earlier paper codes shown to this person before: kept if still valid, so that a reload shows the same ones
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

    /** Cancels a binding that has not been finished. */
    async cancelEnrolment(userId: string): Promise<void> {
      const where = [...byUser(userId), { field: 'verified', value: false }]
      await (await auth.$context).adapter.deleteMany({ model: 'twoFactor', where })
    },

    /** Binds the authenticator if its first code is correct, which proves that the app works. */
    async enrol(typed: string, headers: Headers): Promise<Result<string[], AuthFault>> {
      const { code } = readCode(typed)
      const done = await attempt(auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
      if (!done.ok) return done
      const { user, token } = done.value.response
      if (!(await claim(user.id, code, token))) return fail('refused')
      await note(user.id, 'factor-bound')
      return ok(setCookies(done.value.headers))
    },

    /** Makes ten new paper codes; the old ones become invalid. */
    async renewPaperCodes(userId: string): Promise<string[]> {
      const codes = await drawCodes(userId)
      await note(userId, 'codes-renewed')
      return codes
    },
  }
}
