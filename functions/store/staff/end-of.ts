import { and, eq, ne } from 'drizzle-orm'
import type { Db } from '#store/client.ts'
import { staffSession, staffVerification } from './schema.ts'

/**
 * Statements that end a person's sessions and their sign-ins between password and code.
 * @param here id of a session to keep
 */
export const endOf = (db: Db, userId: string, here = '') =>
  [
    db.delete(staffSession).where(and(eq(staffSession.userId, userId), ne(staffSession.id, here))),
    db.delete(staffVerification).where(eq(staffVerification.value, userId)),
  ] as const
