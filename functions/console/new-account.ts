import type { D1Database } from '@cloudflare/workers-types'
import { findUnit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { usernamePattern } from '#domain/staff/bounds.ts'
import { makeLinkToken } from '#domain/staff/link-token.ts'
import { type Role, roleIds } from '#domain/staff/staff.ts'
import { createStaffAuth } from '../staff/auth/auth.ts'
import type { NewAccount } from '../staff/auth/links.ts'
import { AccountFault } from './account-fault.ts'
import { clock } from './clock.ts'
import { type MaintenancePorts, random } from './maintenance-ports.ts'
import { resetSql } from './staff-sql.ts'

/** Accounts that are made or reset by a command: both end with a one-time link. */

/** The options of a command that makes an account, for `parseArgs`. */
export const accountOptions = {
  username: { type: 'string' },
  name: { type: 'string' },
  unit: { type: 'string' },
  role: { type: 'string' },
} as const

/** The link of a token, on a line of its own. */
export const inviteLink = (origin: string, token: string): string =>
  `${origin}${deskPages.invite.path}/${token}\n`

/**
 * Reads the options of an account.
 * @returns the account, or null if one is missing or has another form
 * @throws if there is no such unit
 */
export const readAccount = (
  values: Partial<Record<keyof typeof accountOptions, string | undefined>>,
): NewAccount | null => {
  const { username = '', name = '', unit = '', role = '' } = values
  if (!usernamePattern.test(username) || name.trim() === '' || !roleIds.includes(role as Role)) return null
  if (!findUnit(unit)) throw new Error(`content/regions.yaml has no unit "${unit}".`)
  return { username, name: name.trim(), unit, role: role as Role }
}

/** Creates an account. @returns the token of its link @throws {AccountFault} if the username is taken */
export const createAccount = async (ports: MaintenancePorts, account: NewAccount): Promise<string> => {
  const auth = await createStaffAuth(ports, false)
  const created = await auth.createAccount(account, 'console')
  if (!created) throw new AccountFault('taken', account.username)
  return created.token
}

/**
 * Removes password, second factor and sessions of an account.
 * @returns the token of a new link
 * @throws {AccountFault} if there is no such account
 */
export const resetAccount = async (database: D1Database, username: string): Promise<string> => {
  const found = await database.prepare('SELECT 1 FROM staff_user WHERE username = ?').bind(username).first()
  if (!found) throw new AccountFault('unknown', username)
  const token = makeLinkToken(random)
  const statements = await resetSql(username, { token, now: clock() })
  await database.batch(statements.split('\n').map((statement) => database.prepare(statement)))
  return token
}
