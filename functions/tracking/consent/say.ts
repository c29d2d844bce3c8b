import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { unitAbove } from '#domain/desk/units-above.ts'
import {
  consentOf,
  maySayWhetherToTalk,
  type Say,
  type SayFault,
  sayFault,
} from '#domain/following/consent.ts'
import type { EventData } from '#domain/history/events.ts'
import type { CodeHolder } from '#store/ports/case.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** Who says it; of which side and as what only where it is not the other side about itself. */
const whoSays = ({ party, on, role }: CodeHolder): EventData => ({
  party,
  ...(on === 'complainant' && { side: on }),
  ...(role !== 'principal' && { role }),
})

/**
 * Stores what a person of the other side says about talking. The same said twice is one answer. Who disputes a refusal
 * that was recorded for them also tells the unit above the desk.
 * @param key what makes a repeat the same
 */
export const say = (
  ports: ActPorts,
  opened: FollowedCase,
  what: Say,
  key: string[] | undefined,
): Promise<Result<{ at: Instant }, SayFault | 'conflict' | 'stale'>> =>
  appendAct(ports, opened, 'consent', { key, body: what }, ({ events, whole, holder }, at) => {
    const consent = maySayWhetherToTalk(holder) ? consentOf(events, holder.party) : null
    const fault = holder.role === 'proxy' ? 'proxy' : sayFault(consent, what)
    if (fault === 'same') return ok({ event: null, answer: { at: consent?.at ?? at } })
    if (fault) return fail(fault)
    const { record } = whole
    const above = what === 'refusal-disputed' ? unitAbove(record.unit, record.about)?.id : undefined
    const data = { ...whoSays(holder), ...(above && { above }) }
    return ok({ event: { kind: what, data }, answer: { at } })
  })
