import { desc, eq } from 'drizzle-orm'
import type { DeskStore } from '#store/ports/desk.ts'
import type { Base } from './base.ts'
import { logId } from './log-id.ts'
import { readLog } from './schema.ts'

/** The read log: records who read which case, and returns it newest first. */
export const readLogging = ({ db, random }: Base): Pick<DeskStore, 'logRead'> => ({
  async logRead(entry, limit) {
    const [, reads] = await db.batch([
      db.insert(readLog).values({ ...entry, id: logId(entry.at, random) }),
      db
        .select({ staff: readLog.staff, kind: readLog.kind, at: readLog.at })
        .from(readLog)
        .where(eq(readLog.caseId, entry.caseId))
        .orderBy(desc(readLog.id))
        .limit(limit),
    ])
    return reads
  },
})
