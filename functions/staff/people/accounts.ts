import { units } from '#domain/basics/bounds.ts'
import { normaliseWidth, readLine } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { findUnit } from '#domain/places/areas.ts'
import { isCountyUnit, keepsAccountsOf, unitsBelow } from '#domain/staff/areas.ts'
import { staffNameLength, staffPerPage, usernamePattern } from '#domain/staff/bounds.ts'
import type { LogData } from '#domain/staff/desk-log.ts'
import { type Role, roleIds, roles, type StaffMember } from '#domain/staff/staff.ts'
import { county } from '#generated/county.ts'
import type { AccountChange, AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { DeskLogEntry } from '#store/ports/staff/log.ts'
import type { StaffAuth } from '../auth/auth.ts'
import type { FieldFault } from '../auth-for-request.ts'
import type { StaffPorts } from '../ports.ts'

/** Administration of accounts in the admin's own area and below, never their own. Every action is logged. */

type Keeping = Pick<StaffPorts<AccountStore>, 'staff' | 'clock' | 'reassignCases'>

const entry = (
  { clock }: Pick<StaffPorts, 'clock'>,
  by: Pick<StaffMember, 'id'>,
  subject: string,
  kind: DeskLogEntry['kind'],
  data: LogData = {},
): DeskLogEntry => ({ actor: by.id, subject, kind, at: clock(), data })

/** Validates the posted fields of a person. `username` is read only for a new account. */
export const readPerson = (
  by: StaffMember,
  field: (name: string) => string,
): Result<AccountChange, FieldFault[]> => {
  const name = readLine(field('name'), staffNameLength)
  const publishedName = readLine(field('publishedName'), staffNameLength)
  const [unit, role] = [field('unit'), field('role') as Role]
  const faults: FieldFault[] = []
  if (!name) faults.push({ field: 'name', message: 'name' })
  if (publishedName === null) faults.push({ field: 'publishedName', message: 'publishedName' })
  if (!findUnit(unit) || !keepsAccountsOf(by, unit)) faults.push({ field: 'unit', message: 'unit' })
  if (!roleIds.includes(role)) faults.push({ field: 'role', message: 'role' })
  if (!name || faults.length > 0) return fail(faults)
  return ok({ name, publishedName: publishedName || null, unit, role })
}

/** A page of the accounts this admin keeps, and whether there are more. */
export const listAccounts = async ({ staff }: Keeping, by: StaffMember, afterId: string | undefined) => {
  const after = afterId ? ((await staff.account(afterId)) ?? undefined) : undefined
  const units = isCountyUnit(by.unit) ? null : unitsBelow(by.unit).map(({ id }) => id)
  const found = await staff.accounts(units, staffPerPage + 1, after)
  const accounts = found.slice(0, staffPerPage)
  return { accounts, next: found.length > staffPerPage ? (accounts.at(-1)?.id ?? null) : null }
}

/**
 * The accounts this admin keeps whose name, username or unit contains a text, up to one page.
 * @param typed as it was typed, of any length
 */
export const searchAccounts = async (
  { staff }: Keeping,
  by: StaffMember,
  typed: string,
): Promise<{ accounts: StaffAccount[]; more: boolean }> => {
  const text = readLine(typed, staffNameLength)
  if (!text) return { accounts: [], more: false }
  const kept = isCountyUnit(by.unit) ? null : unitsBelow(by.unit).map(({ id }) => id)
  const named = county.units.filter(({ name }) => name.includes(text)).map(({ id }) => id)
  const found = await staff.accounts(kept, staffPerPage + 1, undefined, { text, units: named })
  return { accounts: found.slice(0, staffPerPage), more: found.length > staffPerPage }
}

/** An account this admin keeps; null both if it is another admin's and if there is none, which reveals neither. */
export const findAccount = async (
  { staff }: Keeping,
  by: StaffMember,
  id: string,
): Promise<StaffAccount | null> => {
  const account = await staff.account(id)
  return account && keepsAccountsOf(by, account.unit) ? account : null
}

/** Creates an account and its one-time link. */
export const createAccount = async (
  auth: StaffAuth,
  by: StaffMember,
  field: (name: string) => string,
): Promise<Result<{ id: string; token: string }, FieldFault[]>> => {
  const username = normaliseWidth(field('username').slice(0, units.short)).toLowerCase()
  const read = readPerson(by, field)
  const faults = read.ok ? [] : read.error
  if (!usernamePattern.test(username)) faults.unshift({ field: 'username', message: 'usernameForm' })
  if (!read.ok || faults.length > 0) return fail(faults)
  const account = await auth.createAccount({ username, ...read.value }, by.id)
  return account ? ok(account) : fail([{ field: 'username', message: 'taken' }])
}

/** Changes an account. If the person leaves the unit or stops handling cases, their cases stay with the old unit. */
export const changeAccount = async (
  ports: Keeping,
  by: StaffMember,
  before: StaffAccount,
  change: AccountChange,
  to: string | null,
): Promise<void> => {
  const leaves = roles[before.role].handles && (!roles[change.role].handles || change.unit !== before.unit)
  const data = { unit: change.unit, role: change.role, fromUnit: before.unit, fromRole: before.role }
  await ports.staff.change(before.id, change, entry(ports, by, before.id, 'changed', data))
  if (leaves) await ports.reassignCases(before.id, to, by)
}

/**
 * Deactivates an account, then transfers its cases: in this order the person cannot get a new case in between. Both
 * steps can be repeated if the second failed.
 */
export const deactivateAccount = async (
  ports: Keeping,
  by: StaffMember,
  account: StaffAccount,
  to: string | null,
): Promise<number> => {
  if (account.deactivatedAt === null)
    await ports.staff.deactivate(account.id, entry(ports, by, account.id, 'deactivated', { to }))
  return ports.reassignCases(account.id, to, by)
}

/** Makes a new link; it ends password and sessions, but keeps a bound second factor. */
export const renewLink = async (
  ports: Keeping,
  auth: StaffAuth,
  by: StaffMember,
  account: StaffAccount,
): Promise<string> => {
  if (account.deactivatedAt !== null)
    await ports.staff.reactivate(account.id, entry(ports, by, account.id, 'reactivated'))
  return auth.invite(account.id, entry(ports, by, account.id, 'link'))
}
