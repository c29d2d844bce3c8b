import { hashLinkToken } from '../domain/link-token.ts'
import { inviteLife } from '../domain/staff-limits.ts'
import type { NewAccount } from '../staff/auth-links.ts'

/** An account as SQL, for a database this machine has no hands on (`wrangler d1 execute --remote --file`). */

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const insert = (table: string, row: Record<string, string | number | null>): string => {
  const values = Object.values(row).map((value) =>
    typeof value === 'string' ? quoted(value) : String(value),
  )
  return `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')});`
}

/** The statements that make an account and its link. Only the hash of the link's token is in them. */
export const accountSql = async (
  { username, name, unit, role }: NewAccount,
  { id, token, now }: { id: string; token: string; now: number },
): Promise<string> =>
  [
    insert('staff_user', {
      ...{ id, name, username, unit, role },
      email: `${username}@staff.invalid`,
      email_verified: 1,
      created_at: now,
      updated_at: now,
      two_factor_enabled: 0,
    }),
    insert('staff_invite', {
      token_hash: await hashLinkToken(token),
      user_id: id,
      expires_at: now + inviteLife,
    }),
    insert('staff_log', {
      id: `console-${id}`,
      at: now,
      actor: 'console',
      user_id: id,
      kind: 'created',
      data: JSON.stringify({ unit, role }),
    }),
  ].join('\n')
