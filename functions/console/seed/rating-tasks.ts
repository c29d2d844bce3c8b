import { day } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import { pathOf, unit } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'
import { type Living, memberOf } from './context.ts'
import { sampleWords } from './sentences.ts'

/**
 * The units above look after low ratings and call those that were drawn, some days after the answer is final; few tasks wait
 * for long. What is younger than that waits.
 */
export const doRatingTasks = async (living: Living, until: Instant): Promise<void> => {
  const { ports, draw, number } = living
  const at = living.now + draw.whole(9, 30) * day
  if (at >= until || !draw.isDrawn(0.9)) return
  living.now = at
  const stored = await ports.store.openCase(number)
  if (!stored) return
  const places = new Set(pathOf(unit(stored.record.unit).area).map(({ id }) => id))
  for (const { id } of county.units.filter(({ area }) => places.has(area))) {
    const by = memberOf(living, id, true)
    if (!by) continue
    for (const { kind } of await ports.store.ratingTasks(by, at, { caseId: stored.record.id })) {
      const read = { caseId: stored.record.id, staff: by.id, acting: by.unit, kind: 'open', at } as const
      await ports.store.logReadOnce(read, at - day)
      await ports.store.setRatingTaskAside(stored, by, kind, draw.one(sampleWords.reasons), at)
    }
  }
}
