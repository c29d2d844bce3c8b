import { inviteLife } from '#domain/staff/bounds.ts'
import { type LogKind, logId } from '#domain/staff/desk-log.ts'
import { hashLinkToken } from '#domain/staff/link-token.ts'
import type { NewAccount } from '../staff/auth/links.ts'

/**
 * An account as SQL statements, for a database this machine cannot open (`wrangler d1 execute --remote
 * --file`).
 */

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const insert = (table: string, row: Record<string, string | number | null>): string => {
  const values = Object.values(row).map((value) =>
    typeof value === 'string' ? quoted(value) : String(value),
  )
  return `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')});`
}

/** The statements that create an account and its link. They contain only the hash of the link's token. */
export const accountSql = async (
  { username, name, unit, role }: NewAccount,
  { id, token, now }: { id: string; token: string; now: number },
): Promise<string> =>
  [
    insert('staff_user', {
      id,
      name,
      username,
      unit,
      role,
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
    insert('desk_log', {
      subject: id,
      id: logId(now, id),
      actor: 'console',
      unit: '',
      place: unit,
      kind: 'created',
      data: JSON.stringify({ unit, role }),
    }),
  ].join('\n')

/**
 * The statements that remove password, second factor and sessions of an account and create a new link. They
 * change nothing if the account does not exist. A deactivated account stays deactivated.
 */
export const resetSql = async (
  username: string,
  { token, now }: { token: string; now: number },
): Promise<string> => {
  const user = `(SELECT id FROM staff_user WHERE username = ${quoted(username)})`
  const tables = [
    'staff_invite',
    'staff_account',
    'staff_two_factor',
    'staff_session',
    'staff_factor_request',
  ]
  const written = (kind: LogKind, index: number) =>
    `INSERT INTO desk_log (subject, id, actor, unit, place, kind, data) SELECT id, ${quoted(logId(now, `${index}${crypto.randomUUID()}`))}, 'console', '', unit, ${quoted(kind)}, '{}' FROM staff_user WHERE username = ${quoted(username)};`
  return [
    ...tables.map((table) => `DELETE FROM ${table} WHERE user_id = ${user};`),
    `DELETE FROM staff_verification WHERE value = ${user};`,
    `UPDATE staff_user SET two_factor_enabled = 0 WHERE username = ${quoted(username)};`,
    `INSERT INTO staff_invite (token_hash, user_id, expires_at) SELECT ${quoted(await hashLinkToken(token))}, id, ${now + inviteLife} FROM staff_user WHERE username = ${quoted(username)};`,
    written('factor-removed', 0),
    written('link', 1),
  ].join('\n')
}
