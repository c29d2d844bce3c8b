import type { D1Database } from '@cloudflare/workers-types'
import { day, sweepFiles } from '#domain/basics/bounds.ts'
import { type FileKind, fileKinds } from '#domain/evidence/kinds.ts'
import { isEnded, type Status } from '#domain/words/statuses.ts'
import type { FileBox } from '#store/ports/files.ts'

/** Which objects go: interrupted uploads, files whose key is gone, files of cases that ended long enough ago. */

interface DueRow {
  id: string
  case_id: string
  kind: FileKind | ''
  status: Status | null
  last: number | null
  keyed: number
}

const dueSql = `SELECT f.id AS id, f.case_id AS case_id, f.kind AS kind, c.status AS status,
  (SELECT max(at) FROM case_event WHERE case_id = f.case_id) AS last,
  EXISTS (SELECT 1 FROM case_key WHERE case_id = f.case_id AND scope = f.scope) AS keyed
  FROM case_file f LEFT JOIN cases c ON c.id = f.case_id WHERE f.due_at <= ?1 ORDER BY f.due_at LIMIT ${sweepFiles}`

/** How long a kind is kept after the last step of an ended case. */
const keptFor = (kind: FileKind | ''): number => (kind === '' ? 0 : fileKinds[kind].keptDays * day)

/** When a file is looked at again; null if it goes now. While a case is open it is not counted yet. */
const nextLook = ({ case_id: caseId, kind, status, last, keyed }: DueRow, now: number): number | null => {
  if (caseId === '' || keyed === 0 || status === null) return null
  const until = (isEnded(status) ? (last ?? now) : now) + keptFor(kind)
  return until > now ? until : null
}

/** Names of the objects of a file: what came in, and what is kept of it. */
export const objectsOf = (id: string): string[] => [`in/${id}`, id]

/** Deletes what is due, the objects before their rows: after a fault the next run finds them again. */
export const sweepDue = async (d1: D1Database, box: FileBox, now: number): Promise<number> => {
  const { results } = await d1.prepare(dueSql).bind(now).all<DueRow>()
  if (results.length === 0) return 0
  const looks = results.map((row) => ({ id: row.id, next: nextLook(row, now) }))
  const gone = looks.filter(({ next }) => next === null)
  if (gone.length > 0) await box.delete(gone.flatMap(({ id }) => objectsOf(id)))
  await d1.batch(
    looks.map(({ id, next }) =>
      next === null
        ? d1.prepare('DELETE FROM case_file WHERE id = ?1 AND due_at <= ?2').bind(id, now)
        : d1.prepare('UPDATE case_file SET due_at = ?2 WHERE id = ?1').bind(id, next),
    ),
  )
  return gone.length
}
