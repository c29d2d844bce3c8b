import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { unitAbove } from '#domain/desk/units-above.ts'
import { denyFault, type denyMessages, readDenial, spotFacts } from '#domain/spot/saying.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/**
 * Stores that a person says that what was recorded on the spot never happened, for the desk and for the unit above it.
 * Said twice, it is one.
 * @param key what makes a repeat the same
 */
export const denySpot = async (
  ports: ActPorts,
  opened: FollowedCase,
  typed: string,
  key: string[] | undefined,
): Promise<Result<{ at: Instant }, keyof typeof denyMessages>> => {
  const text = readDenial(typed)
  if (!text.ok) return text
  // Pressed twice, the same words are one; others would be lost behind the first.
  const repeat = { key: key ?? ['form', text.value], body: text.value }
  return appendAct(ports, opened, 'spot', repeat, ({ events, whole, holder }, at) => {
    const fault = denyFault(spotFacts(events, holder.party))
    if (fault === 'same') return text.value ? fail('said') : ok({ event: null, answer: { at } })
    if (fault) return fail(fault)
    const above = unitAbove(whole.record.unit, whole.record.about)?.id
    const data = {
      party: holder.party,
      ...(above && { above }),
      ...(text.value && { to: ['desk' as const] }),
    }
    const words = { scope: holder.scope, words: { text: text.value } }
    return ok({ event: { kind: 'spot-disputed', data, ...words }, answer: { at } })
  })
}
