import { fail, type Result } from '#domain/basics/result.ts'
import { inviteLife } from '#domain/staff/bounds.ts'
import { hashLinkToken, makeLinkToken } from '#domain/staff/link-token.ts'
import type { Role } from '#domain/staff/staff.ts'
import type { EntryStore } from '#store/ports/staff/entry.ts'
import type { DeskLogEntry, LogStore } from '#store/ports/staff/log.ts'
import type { AuthPorts } from '../ports.ts'
import type { AuthFault, BetterAuth } from './better-auth.ts'
import type { makeSignIn, SignedIn } from './sign-in.ts'

/** One-time links: a new account starts with a link that works once and lets its holder set a password. */

export interface NewAccount {
  username: string
  name: string
  unit: string
  role: Role
}

/** One-time links for new accounts and resets: creates them, finds their holder, sets the password. */
export const makeLinks = (
  ports: AuthPorts<EntryStore & Pick<LogStore, 'log'>>,
  auth: BetterAuth,
  { enter }: ReturnType<typeof makeSignIn>,
) => {
  const { staff, clock } = ports

  /** Makes a link; also resets an account: its password and sessions end, a bound second factor is still required. */
  const invite = async (userId: string, log?: DeskLogEntry): Promise<string> => {
    const token = makeLinkToken(ports.random)
    await staff.invite(userId, await hashLinkToken(token), clock() + inviteLife, log)
    return token
  }

  return {
    invite,

    /**
     * @param by a person's id, or `console`
     * @returns the id of the account and the token of its link, or null if the username is taken
     */
    async createAccount(account: NewAccount, by: string): Promise<{ id: string; token: string } | null> {
      const { internalAdapter, adapter } = await auth.$context
      const holder = await adapter.findOne({
        model: 'user',
        where: [{ field: 'username', value: account.username }],
      })
      if (holder) return null
      const email = `${account.username}@staff.invalid`
      const user = await internalAdapter.createUser(
        { ...account, email, emailVerified: true },
        { method: 'invite' },
      )
      const { unit, role } = account
      const entry = {
        subject: user.id,
        actor: by,
        kind: 'created',
        at: clock(),
        data: { unit, role },
      } as const
      return { id: user.id, token: await invite(user.id, entry) }
    },

    /** The owner of an unused, unexpired link, or null. */
    holder: async (token: string) => staff.readInvite(await hashLinkToken(token), clock()),

    /** Uses a link: sets the password and signs the person in. */
    async accept(token: string, password: string, headers: Headers): Promise<Result<SignedIn, AuthFault>> {
      const { internalAdapter } = await auth.$context
      const hashed = await ports.password.hash(password)
      const user = await staff.useInvite(await hashLinkToken(token), clock())
      if (!user) return fail('refused')
      const credential = { userId: user.id, accountId: user.id, providerId: 'credential', password: hashed }
      await internalAdapter.linkAccount(credential)
      await staff.log({ subject: user.id, actor: user.id, kind: 'link-used', at: clock() })
      return enter(user, 'link', headers)
    },
  }
}
