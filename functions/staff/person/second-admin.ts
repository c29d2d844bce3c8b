import { fail, ok, type Result } from '#domain/basics/result.ts'
import { keepsAccountsOf } from '#domain/staff/areas.ts'
import { factorRequestLife, independentAfter } from '#domain/staff/bounds.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { FactorRequest, FactorStore } from '#store/ports/staff/second-factor.ts'
import type { StaffPorts } from '../ports.ts'

/**
 * Removing a bound second factor takes two admins (docs/adr/0008-staff-sign-in.md): one requests it, another agrees,
 * and no single person may control both accounts. If there is only one admin, the console replaces the second.
 */

type Removing = Pick<
  StaffPorts<FactorStore & Pick<AccountStore, 'account'> & Pick<LogStore, 'makersOf'>>,
  'staff' | 'clock'
>

/** The open request for an account, with the account of who made it; null if there is none. */
export const openRequest = async (
  { staff, clock }: Removing,
  account: StaffAccount,
): Promise<{ request: FactorRequest; asker: StaffAccount } | null> => {
  const request = account.enrolled ? await staff.factorRequest(account.id, clock()) : null
  const asker = request && (await staff.account(request.askedBy))
  const counts = asker && asker.deactivatedAt === null && keepsAccountsOf(asker, account.unit)
  return request && counts ? { request, asker } : null
}

/**
 * Ids of all who may control an account: its holder, those who recently created or changed it or gave it a link, and in
 * turn those who may control theirs. The console counts as nobody's account.
 */
const behind = async ({ staff, clock }: Removing, id: string): Promise<Set<string>> => {
  const since = clock() - independentAfter
  const found = new Set([id])
  // The iteration of a set includes elements added during it.
  for (const one of found)
    for (const maker of await staff.makersOf(one, since)) if (maker !== 'console') found.add(maker)
  return found
}

/** True if one person may control both accounts, also a third person who created both. */
const tied = async (ports: Removing, one: string, other: string): Promise<boolean> => {
  const [first, second] = [await behind(ports, one), await behind(ports, other)]
  return [...first].some((id) => second.has(id))
}

/**
 * Requests the removal, or agrees to another admin's request.
 * @returns what happened, or why the two accounts do not count as two admins
 */
export const removeFactor = async (
  ports: Removing,
  by: StaffMember,
  account: StaffAccount,
): Promise<Result<'asked' | 'removed', 'tied'>> => {
  const { staff, clock } = ports
  const at = clock()
  const pendingRequest = await openRequest(ports, account)
  const entry = { subject: account.id, actor: by.id, at } as const
  if (!pendingRequest || pendingRequest.asker.id === by.id) {
    const request = { askedBy: by.id, askedAt: at, expiresAt: at + factorRequestLife }
    await staff.askFactor(account.id, request, { ...entry, kind: 'factor-asked' })
    return ok('asked')
  }
  if (await tied(ports, by.id, pendingRequest.asker.id)) return fail('tied')
  await staff.removeFactor(account.id, {
    ...entry,
    kind: 'factor-removed',
    data: { asked: pendingRequest.asker.id },
  })
  return ok('removed')
}
