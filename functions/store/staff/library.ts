import type { Db } from '#store/client.ts'
import type { LibraryStore, Opaque } from '#store/ports/staff/library.ts'
import { staffAccount, staffSession, staffTwoFactor, staffUser, staffVerification } from './schema.ts'

/** The library's names of its models, and their tables. */
const tables = {
  user: staffUser,
  session: staffSession,
  account: staffAccount,
  verification: staffVerification,
  twoFactor: staffTwoFactor,
}

const opaque = (inside: object) => inside as Opaque

/** Lends the library's adapter what it works on; outside this folder its types say nothing. */
export const makeStaffLibrary = (db: Db): LibraryStore => ({
  libraryAdapter: (build) =>
    build(
      opaque(db),
      Object.fromEntries(Object.entries(tables).map(([model, table]) => [model, opaque(table)])),
    ),
})
