import type { NoticeKind } from '#domain/notices/attempts.ts'
import { claimLife } from '#domain/notices/bounds.ts'
import type { World } from './world.ts'

/** Notices of a test: cases whose holders want them, and the rows of the outbox. */

/** What a filing adds whose holder wants to be told. */
export const wanting = { notify: true }

export interface OutboxRow {
  id: string
  kind: NoticeKind
  case_id: string
  recipient: string
  state: string
  made_at: number
  next_at: number
  attempts: number
  unsure: number
}

/** The whole outbox, oldest first. */
export const outboxRows = async ({ db }: Pick<World, 'db'>): Promise<OutboxRow[]> =>
  (await db.prepare('SELECT * FROM outbox ORDER BY made_at, rowid').all<OutboxRow>()).results

/** Claims what is due now, as a sweep does. */
export const claim = ({ ports, time }: Pick<World, 'ports' | 'time'>, limit = 20) =>
  ports.store.claimNotices({
    ...{ now: time.now, since: 0, until: time.now + claimLife, kinds: ['holder', 'wecom', 'email'], limit },
  })
