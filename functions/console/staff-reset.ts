/**
 * npm run staff:reset -- --username zhang.san [--origin https://…] [--sql]
 * Used when there is no second admin: removes password, second factor and sessions of an account and prints a
 * new one-time link. With --sql it uses no database, like staff:create.
 */
import { parseArgs } from 'node:util'
import { deskPages } from '#domain/routes/desk.ts'
import { usernamePattern } from '#domain/staff/bounds.ts'
import { makeLinkToken } from '#domain/staff/link-token.ts'
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
  const token = makeLinkToken((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const statements = await resetSql(username, { token, now: Date.now() })
  const link = `${origin}${deskPages.invite.path}/${token}\n`
  if (sql) {
    process.stdout.write(`${statements}\n`)
    process.stderr.write(link)
  } else {
    await withLocalDatabase(stateFolder(), async (database) => {
      const found = await database
        .prepare('SELECT 1 FROM staff_user WHERE username = ?')
        .bind(username)
        .first()
      if (!found) throw new Error(`There is no account ${username}.`)
      await database.batch(statements.split('\n').map((statement) => database.prepare(statement)))
    })
    process.stdout.write(link)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
