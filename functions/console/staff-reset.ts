/**
 * npm run staff:reset -- --username zhang.san [--origin https://…] [--sql]
 * Used when there is no second admin: removes password, second factor and sessions of an account and prints a
 * new one-time link. With --sql it uses no database, like staff:create.
 */
import { parseArgs } from 'node:util'
import { usernamePattern } from '#domain/staff/bounds.ts'
import { makeLinkToken } from '#domain/staff/link-token.ts'
import { clock } from './clock.ts'
import { random } from './maintenance-ports.ts'
import { inviteLink, resetAccount } from './new-account.ts'
import { withLocalDatabase } from './ports.ts'
import { stateFolder } from './secrets.ts'
import { resetSql } from './staff-sql.ts'

const usage = 'npm run staff:reset -- --username <name> [--origin https://…] [--sql]'

const options = {
  username: { type: 'string' },
  origin: { type: 'string', default: 'http://127.0.0.1:8787' },
  sql: { type: 'boolean', default: false },
} as const

try {
  const { username = '', origin, sql } = parseArgs({ options }).values
  if (!usernamePattern.test(username)) throw new Error(usage)
  if (sql) {
    const token = makeLinkToken(random)
    process.stdout.write(`${await resetSql(username, { token, now: clock() })}\n`)
    process.stderr.write(inviteLink(origin, token))
  } else {
    const token = await withLocalDatabase(stateFolder(), (database) => resetAccount(database, username))
    process.stdout.write(inviteLink(origin, token))
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
