import { desc, eq } from 'drizzle-orm'
import type { DeskStore } from '#store/ports/desk.ts'
import type { Base } from './base.ts'
import { logId, logIdFrom } from './log-id.ts'
import { readLog } from './schema.ts'

/** The read log: records who read which case, and returns it newest first. */
const onceSql = `INSERT INTO read_log (case_id, id, at, staff, acting, kind)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6
  WHERE NOT EXISTS (SELECT 1 FROM read_log WHERE case_id = ?1 AND id >= ?7 AND staff = ?4 AND acting = ?5 AND kind = ?6)`

export const readLogging = ({ d1, db, random }: Base): Pick<DeskStore, 'logRead' | 'logReadOnce'> => ({
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

  async logReadOnce({ caseId, staff, acting, kind, at }, since) {
    await d1.prepare(onceSql).bind(caseId, logId(at, random), at, staff, acting, kind, logIdFrom(since)).run()
  },
})
