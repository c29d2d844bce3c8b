import { fail, ok, type Result } from '#domain/basics/result.ts'
import { keepsAccountsOf } from '#domain/staff/areas.ts'
import { factorRequestLife, independentAfter } from '#domain/staff/bounds.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { FactorRequest, FactorStore } from '#store/ports/staff/second-factor.ts'
import type { StaffPorts } from '../ports.ts'

/**
 * A second factor that is bound goes only when two admins agree (docs/adr/0008-staff-sign-in.md): one asks, another
 * agrees, and nobody may stand behind both their accounts. Where there is one admin, the console is the second.
 */

type Removing = Pick<
  StaffPorts<FactorStore & Pick<AccountStore, 'account'> & Pick<LogStore, 'makersOf'>>,
  'staff' | 'clock'
>

/** A request that can still be agreed to, with who asked. */
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
 * Who may stand behind an account: its holder, whoever opened or changed it lately or gave it a link, and so on through
 * the accounts of those. The console is nobody's second account.
 */
const behind = async ({ staff, clock }: Removing, id: string): Promise<Set<string>> => {
  const since = clock() - independentAfter
  const found = new Set([id])
  // A set takes in what is added while it is walked.
  for (const one of found)
    for (const maker of await staff.makersOf(one, since)) if (maker !== 'console') found.add(maker)
  return found
}

/** May one person stand behind both? Then they are not two: nor when a third made the accounts of both. */
const tied = async (ports: Removing, one: string, other: string): Promise<boolean> => {
  const [first, second] = [await behind(ports, one), await behind(ports, other)]
  return [...first].some((id) => second.has(id))
}

/**
 * Asks for the removal, or agrees to what another admin asked for.
 * @returns what happened, or why the two do not count as two
 */
export const removeFactor = async (
  ports: Removing,
  by: StaffMember,
  account: StaffAccount,
): Promise<Result<'asked' | 'removed', 'tied'>> => {
  const { staff, clock } = ports
  const at = clock()
  const found = await openRequest(ports, account)
  const entry = { subject: account.id, actor: by.id, at } as const
  if (!found || found.asker.id === by.id) {
    const request = { askedBy: by.id, askedAt: at, expiresAt: at + factorRequestLife }
    await staff.askFactor(account.id, request, { ...entry, kind: 'factor-asked' })
    return ok('asked')
  }
  if (await tied(ports, by.id, found.asker.id)) return fail('tied')
  await staff.removeFactor(account.id, { ...entry, kind: 'factor-removed', data: { asked: found.asker.id } })
  return ok('removed')
}
