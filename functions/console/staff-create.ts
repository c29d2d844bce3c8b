/**
 * npm run staff:create -- --username zhang.san --name 张三 --unit shili-centre --role admin [--origin
 * https://…] [--sql]
 * Creates an account in the local database and prints its one-time link. With --sql it uses no database: it
 * prints the statements on standard output and the link on standard error (docs/operating.md describes how to
 * run them on Cloudflare).
 */
import { parseArgs } from 'node:util'
import { makeLinkToken } from '#domain/staff/link-token.ts'
import { roleIds } from '#domain/staff/staff.ts'
import { clock } from './clock.ts'
import { random } from './maintenance-ports.ts'
import { accountOptions, createAccount, inviteLink, readAccount } from './new-account.ts'
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'
import { accountSql } from './staff-sql.ts'

const usage = `npm run staff:create -- --username <name> --name <姓名> --unit <id> --role ${roleIds.join('|')} [--origin https://…] [--sql]`

const options = {
  ...accountOptions,
  origin: { type: 'string', default: 'http://127.0.0.1:8787' },
  sql: { type: 'boolean', default: false },
} as const

try {
  const { origin, sql, ...values } = parseArgs({ options }).values
  const account = readAccount(values)
  if (!account) throw new Error(usage)
  if (sql) {
    const token = makeLinkToken(random)
    const id = crypto.randomUUID()
    process.stdout.write(`${await accountSql(account, { id, token, now: clock() })}\n`)
    process.stderr.write(inviteLink(origin, token))
  } else {
    const token = await withLocalPorts(stateFolder(), (ports) => createAccount(ports, account))
    process.stdout.write(inviteLink(origin, token))
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
