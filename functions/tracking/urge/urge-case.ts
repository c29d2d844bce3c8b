import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { unitAbove } from '#domain/desk/units-above.ts'
import { mayUrge, type UrgeFault, urgeChance } from '#domain/following/urging.ts'
import { unit } from '#domain/places/areas.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** When the desk was urged, and the names of the units that are told. */
interface Urged {
  at: Instant
  units: string[]
}

/**
 * Urges the desk; from the second time on the unit above it as well. Changes neither status nor clocks.
 * @param key what makes a repeat the same urge
 */
export const urgeCase = (
  ports: ActPorts,
  opened: FollowedCase,
  key: string[] | undefined,
): Promise<Result<Urged, UrgeFault | 'conflict' | 'stale'>> =>
  appendAct(ports, opened, 'urge', { key, body: '' }, ({ record, events }, at) => {
    const urge = urgeChance(events, at)
    if (!mayUrge(urge)) return fail(urge)
    const { rules: urges, again } = urge
    const above = again ? unitAbove(record.unit, record.about)?.id : undefined
    const units = [record.unit, ...(above ? [above] : [])].map((id) => unit(id).name)
    return ok({
      event: { kind: 'urged', data: { urges, ...(above && { above }) } },
      answer: { at, units },
    })
  })
