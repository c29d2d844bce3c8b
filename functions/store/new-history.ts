import { genesis } from '#domain/history/encoding.ts'
import type { Scope } from '#domain/history/events.ts'
import { asStored, type NewEvent } from '#domain/history/new-event.ts'
import type { Base } from './base.ts'
import { eventRow, newCaseKey } from './sealing.ts'

/** Seals and chains all events of a new case, under a new key for each scope. */
export const sealNewHistory = async (base: Base, caseId: string, events: readonly NewEvent[]) => {
  const scopes: Scope[] = [...new Set(events.flatMap((event) => event.scope ?? []))]
  const caseKeys = await Promise.all(scopes.map((scope) => newCaseKey(base, caseId, scope)))
  const rows: Awaited<ReturnType<typeof eventRow>>[] = []
  for (const [index, event] of events.entries()) {
    const key = caseKeys.find((candidate) => candidate.row.scope === event.scope)?.key ?? null
    rows.push(await eventRow(base.keys, caseId, index + 1, rows.at(-1)?.hash ?? genesis, event, key))
  }
  const history = asStored(
    events,
    0,
    rows.map(({ hash }) => hash),
  )
  return { rows, keyRows: caseKeys.map(({ row }) => row), history, lastHash: rows.at(-1)?.hash ?? genesis }
}
