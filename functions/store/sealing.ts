import { canonicalJson, hashEvent } from '#domain/history/encoding.ts'
import type { Scope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { type Keys, openWith, type SealingKey, sealingKey } from '#keys'
import type { Base } from './base.ts'
import type { caseEvent } from './schema.ts'

/** The keys of a case by scope, and the stored form of its events (rules.md R45, R47). */

type EventRow = typeof caseEvent.$inferSelect

/** Id of the master key that wraps new case keys; a rotation adds the next one. */
export const masterId = 1

const utf8 = new TextEncoder()
const text = new TextDecoder()
const keyContext = (caseId: string, scope: Scope) => `${caseId}/${scope}`
const eventContext = (caseId: string, seq: number, kind: string) => `${caseId}/${seq}/${kind}`

/** Makes a new key for a scope: the key to seal with, and its row with the wrapped key. */
export const newCaseKey = async (
  { keys, random }: Pick<Base, 'keys' | 'random'>,
  caseId: string,
  scope: Scope,
) => {
  const raw = random(32)
  const [wrapped, key] = await Promise.all([
    keys.seal('case-key', raw, keyContext(caseId, scope)),
    sealingKey(raw),
  ])
  return { key, row: { caseId, scope, wrapped, masterId } }
}

/** Unwraps a stored key; null if the master key does not match. */
export const openCaseKey = async (
  keys: Keys,
  caseId: string,
  scope: Scope,
  wrapped: Uint8Array<ArrayBuffer>,
): Promise<SealingKey | null> => {
  const raw = await keys.open('case-key', wrapped, keyContext(caseId, scope))
  return raw && sealingKey(raw)
}

/** The stored form of an event: its words are sealed, then the row is chained to the previous row. */
export const eventRow = async (
  keys: Pick<Keys, 'sealWith'>,
  caseId: string,
  seq: number,
  prev: string,
  event: NewEvent,
  key: SealingKey | null,
): Promise<EventRow> => {
  const sealed =
    event.words !== undefined && key
      ? await keys.sealWith(
          key,
          utf8.encode(JSON.stringify(event.words)),
          eventContext(caseId, seq, event.kind),
        )
      : null
  const { kind, actor, at, unit, acting } = event
  const row = {
    caseId,
    seq,
    kind,
    actor,
    at,
    unit,
    acting,
    data: canonicalJson(event.data),
    scope: event.scope ?? '',
    prev,
  }
  const hash = await hashEvent({ ...row, sealed: sealed ?? new Uint8Array() })
  return { ...row, sealed, hash }
}

/** What a person wrote in an event, as JSON; null if the key does not match. */
export const openWords = async (
  key: SealingKey,
  row: { caseId: string; seq: number; kind: string; sealed: Uint8Array<ArrayBuffer> },
): Promise<string | null> => {
  const plain = await openWith(key, row.sealed, eventContext(row.caseId, row.seq, row.kind))
  return plain && text.decode(plain)
}
