import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { unitAbove } from '#domain/desk/units-above.ts'
import { type ObjectionFault, objectionFault, readObjection } from '#domain/following/objecting.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** When an objection arrived, and the name of the unit that reads it. */
interface Objected {
  at: Instant
  unit: string
}

/**
 * Stores what the holder is not satisfied with, for the unit above alone. Changes neither status nor any period.
 * @param key what makes a repeat the same objection; the words belong to it
 */
export const objectTo = async (
  ports: ActPorts,
  opened: FollowedCase,
  typed: string,
  key: string[] | undefined,
): Promise<Result<Objected, ObjectionFault | 'required' | 'tooLong' | 'conflict' | 'stale'>> => {
  const text = readObjection(typed)
  if (!text.ok) return text
  return appendAct(ports, opened, 'object', { key, body: text.value }, ({ record, events, holder }, at) => {
    const above = unitAbove(record.unit, record.about)
    const fault = objectionFault(events, above?.id ?? null, at, holder.side)
    if (fault || !above) return fail(fault ?? 'county')
    const { scope } = holder
    const event = { kind: 'objected', data: { above: above.id }, scope, words: { text: text.value } } as const
    return ok({ event, answer: { at, unit: above.name } })
  })
}
