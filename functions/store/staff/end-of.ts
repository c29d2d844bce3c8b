import { and, eq, ne } from 'drizzle-orm'
import type { Db } from '#store/client.ts'
import { staffSession, staffVerification } from './schema.ts'

/**
 * Statements that end a person's sessions, and sign-ins between password and code.
 * @param here a session that goes on
 */
export const endOf = (db: Db, userId: string, here = '') =>
  [
    db.delete(staffSession).where(and(eq(staffSession.userId, userId), ne(staffSession.id, here))),
    db.delete(staffVerification).where(eq(staffVerification.value, userId)),
  ] as const
