/**
 * npm run staff:create -- --username zhang.san --name 张三 --unit shili-centre --role admin [--origin
 * https://…] [--sql]
 * Creates an account in the local database and prints its one-time link. With --sql it uses no database: it
 * prints the statements on standard output and the link on standard error (docs/operating.md describes how to
 * run them on Cloudflare).
 */
import { parseArgs } from 'node:util'
import { findUnit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { usernamePattern } from '#domain/staff/bounds.ts'
import { makeLinkToken } from '#domain/staff/link-token.ts'
import { type Role, roleIds } from '#domain/staff/staff.ts'
import { createStaffAuth } from '../staff/auth/auth.ts'
import type { NewAccount } from '../staff/auth/links.ts'
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'
import { accountSql } from './staff-sql.ts'

const usage = `npm run staff:create -- --username <name> --name <姓名> --unit <id> --role ${roleIds.join('|')} [--origin https://…] [--sql]`

const options = {
  username: { type: 'string' },
  name: { type: 'string' },
  unit: { type: 'string' },
  role: { type: 'string' },
  origin: { type: 'string', default: 'http://127.0.0.1:8787' },
  sql: { type: 'boolean', default: false },
} as const

const readArguments = () => {
  const { username = '', name = '', unit = '', role = '', origin, sql } = parseArgs({ options }).values
  if (!usernamePattern.test(username) || name.trim() === '' || !roleIds.includes(role as Role))
    throw new Error(usage)
  if (!findUnit(unit)) throw new Error(`content/regions.yaml has no unit "${unit}".`)
  const account: NewAccount = { username, name: name.trim(), unit, role: role as Role }
  return { account, origin, sql }
}

const onThisMachine = (account: NewAccount) =>
  withLocalPorts(stateFolder(), async (ports) => {
    const auth = await createStaffAuth(ports, false)
    const created = await auth.createAccount(account, 'console')
    if (!created) throw new Error(`The username ${account.username} is taken.`)
    return created.token
  })

try {
  const { account, origin, sql } = readArguments()
  const link = (token: string) => `${origin}${deskPages.invite.path}/${token}\n`
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  if (sql) {
    const token = makeLinkToken(random)
    const id = crypto.randomUUID()
    process.stdout.write(`${await accountSql(account, { id, token, now: Date.now() })}\n`)
    process.stderr.write(link(token))
  } else process.stdout.write(link(await onThisMachine(account)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
