import type { DatabaseSync } from 'node:sqlite'
import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'
import { area } from '#domain/places/areas.ts'
import { type Role, roles, type StaffMember } from '#domain/staff/staff.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'
import { county } from '#generated/county.ts'
import type { StaffStore } from '#store/ports/staff/store.ts'
import { accountSql } from '../staff-sql.ts'
import { drawOf } from './draw.ts'
import { staffName } from './people.ts'

/**
 * The staff who handle sample cases: those of `npm start` and, for each unit, accounts that nobody can sign in with, since no
 * link to them was ever given out.
 */

/** Accounts of a unit: somebody who decides and one or two more, in a grid one. */
const rolesOf = (decides: boolean, isCounty: boolean): Role[] =>
  decides ? ['lead', 'handler', ...(isCounty ? (['handler'] as const) : [])] : ['handler']

/**
 * Creates the accounts that are missing. Ids and names are the same on every machine.
 * @param random of this machine: the links must not be guessed
 */
export const ensureStaff = async (sqlite: DatabaseSync, now: number, random: Random): Promise<void> => {
  const known = sqlite.prepare('SELECT 1 FROM staff_user WHERE username = ?')
  for (const { id, kind, area: place } of county.units)
    for (const [index, role] of rolesOf(unitKinds[kind].decides, area(place).level !== 'village').entries()) {
      const username = `seed-${id}-${index + 1}`
      if (known.get(username)) continue
      const draw = drawOf(username)
      const account = { username, name: staffName(draw), unit: id, role }
      const secret = { id: hex(draw.random(16)), token: hex(random(24)), now }
      sqlite.exec(await accountSql(account, secret))
    }
}

/** Everybody who handles cases, by unit, in the order of their usernames. */
export const staffByUnit = async ({
  accounts,
}: Pick<StaffStore, 'accounts'>): Promise<Map<string, StaffMember[]>> => {
  const all = await accounts(null, 1000)
  return Map.groupBy(
    all.filter(({ role, deactivatedAt }) => roles[role].handles && deactivatedAt === null),
    ({ unit }) => unit,
  )
}
