import type { DatabaseSync } from 'node:sqlite'
import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { genesis } from '#domain/history/encoding.ts'
import type { Actor, EventData, Scope } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'
import { type Keys, type SealingKey, sealWith } from '#keys'
import { caseIds } from '#store/case-ids.ts'
import { blindRows, pepper } from '#store/person-rows.ts'
import type { caseEvent } from '#store/schema.ts'
import { eventRow, newCaseKey, openCaseKey, openWords } from '#store/sealing.ts'
import { drawOf } from './draw.ts'
import { inventPerson } from './people.ts'

/** Copies the history of a sample case under another id: sealed and chained anew, by the store's own encoding. */

type EventRow = typeof caseEvent.$inferSelect
type Words = Record<string, unknown>

/** The history of a case with its words, read once for many copies. */
export interface Source {
  id: string
  year: string
  scopes: Scope[]
  holders: { party: number; staffSaw: boolean }[]
  events: (Omit<EventRow, 'data' | 'scope' | 'sealed'> & {
    data: EventData
    scope: Scope | ''
    words: Words | null
  })[]
}

/** A copy, ready to be stored; its number is drawn with the case. */
export interface Copy {
  id: string
  headHash: string
  rows: EventRow[]
  keys: Awaited<ReturnType<typeof newCaseKey>>['row'][]
  codes: Record<string, unknown>[]
  blind: Record<string, unknown>[]
}

/**
 * SQL for a row if something in a case belongs to it alone: an expert's time, a file, the number of a letter, an answer
 * that is published, a mediator who left between two meetings.
 */
export const uniqueSql = `SELECT 1 FROM case_event WHERE case_id = ?1 AND (kind IN ('consultation-booked', 'file-added')
  OR kind IN ('recused', 'recusal-recorded', 'mediator-changed') AND EXISTS (
    SELECT 1 FROM case_event WHERE case_id = ?1 AND data LIKE '%"session":%')) UNION ALL SELECT 1 FROM letter_number WHERE case_id = ?1 UNION ALL SELECT 1 FROM published_answer WHERE case_id = ?1`

/** Reads a case with everything that is sealed in it. */
export const readSource = async (sqlite: DatabaseSync, keys: Keys, id: string): Promise<Source> => {
  const text = (sql: string) =>
    sqlite.prepare(sql).all(id) as Record<string, string & number & Uint8Array<ArrayBuffer>>[]
  const [head] = text('SELECT number FROM cases WHERE id = ?')
  const opened = new Map<string, SealingKey | null>()
  for (const { scope = '', wrapped } of text('SELECT scope, wrapped FROM case_key WHERE case_id = ?'))
    if (wrapped) opened.set(scope, await openCaseKey(keys, id, scope as Scope, Uint8Array.from(wrapped)))
  const rows = text(
    'SELECT case_id AS caseId, seq, kind, actor, at, unit, acting, data, scope, sealed, prev, hash FROM case_event WHERE case_id = ? ORDER BY seq',
  ) as unknown as EventRow[]
  const events = await Promise.all(
    rows.map(async ({ sealed, ...row }) => {
      const key = opened.get(row.scope)
      const json = sealed && key ? await openWords(key, { ...row, sealed: Uint8Array.from(sealed) }) : null
      return {
        ...row,
        scope: row.scope as Scope | '',
        data: JSON.parse(row.data) as EventData,
        words: json === null ? null : (JSON.parse(json) as Words),
      }
    }),
  )
  const holders = text('SELECT party, staff_saw FROM case_code WHERE case_id = ?').map((row) => ({
    party: Number(row['party']),
    staffSaw: row['staff_saw'] === 1,
  }))
  return {
    id,
    year: String(head?.['number']).slice(0, 4),
    scopes: [...opened.keys()] as Scope[],
    holders,
    events,
  }
}

/** A meeting of a copy takes nobody's time and no room: two cases cannot have the same. */
const withoutPlace = ({ session, ...data }: EventData): EventData => {
  if (!session) return data
  const { staff: _, room: __, placeMark: ___, ...facts } = session
  return { ...data, session: facts }
}

/**
 * Makes a copy with people of its own.
 * @param name names its numbers; its id is the first of `<name> store`, as of a case that is lived
 */
export const copyOf = async (keys: Keys, source: Source, name: string): Promise<Copy> => {
  const draw = drawOf(`${name} store`)
  const id = caseIds(draw.random)()
  const made = await Promise.all(
    source.scopes.map((scope) => newCaseKey({ keys, random: draw.random }, id, scope)),
  )
  const people = new Map<string, Words>()
  const sealer = {
    sealWith: (key: SealingKey, plain: Uint8Array<ArrayBuffer>, context: string) =>
      sealWith(draw.random, key, plain, context),
  }
  const rows: EventRow[] = []
  for (const { words, scope, ...event } of source.events) {
    const { seq, actor, at, unit, acting } = event
    const key = made.find(({ row }) => row.scope === scope)?.key ?? null
    const isPerson = event.kind === 'party' && words?.['name'] !== undefined
    const invented = isPerson ? { ...words, ...inventPerson(draw) } : words
    if (isPerson && invented) people.set(scope, invented)
    const filled = {
      ...{
        kind: event.kind as EventKind,
        actor: actor as Actor,
        at,
        unit,
        acting,
        data: withoutPlace(event.data),
      },
      ...(scope && { scope }),
      ...(invented && { words: invented as never }),
    }
    rows.push(await eventRow(sealer, id, seq, rows.at(-1)?.hash ?? genesis, filled, key))
  }
  const codes = source.holders.map(async ({ party, staffSaw }) => ({
    ...{
      codeHash: await keys.mac('tracking-code', makeTrackingCode(draw.random)),
      caseId: id,
      party,
      pepper,
    },
    ...{ epoch: 0, staffSaw, firstUsedAt: null },
  }))
  const blind = [...people].map(([scope, { name: known, phone }]) =>
    blindRows(keys, id, {
      scope: scope as Scope,
      names: findableNames(String(known)),
      phones: findableNumbers(String(phone)),
    }),
  )
  return {
    ...{ id, headHash: rows.at(-1)?.hash ?? genesis, rows, keys: made.map(({ row }) => row) },
    codes: await Promise.all(codes),
    blind: (await Promise.all(blind)).flat(),
  }
}
