import type { Db } from '#store/client.ts'
import type { AuthTables, Opaque } from '#store/ports/staff/auth-tables.ts'
import { staffAccount, staffSession, staffTwoFactor, staffUser, staffVerification } from './schema.ts'

/** The tables by the library's names of its models. */
const tables = {
  user: staffUser,
  session: staffSession,
  account: staffAccount,
  verification: staffVerification,
  twoFactor: staffTwoFactor,
}

const opaque = (inside: object) => inside as Opaque

/** Gives better-auth's adapter the database and its tables; outside this folder their types are opaque. */
export const makeAuthTables = (db: Db): AuthTables => ({
  authAdapter: (build) =>
    build(
      opaque(db),
      Object.fromEntries(Object.entries(tables).map(([model, table]) => [model, opaque(table)])),
    ),
})
