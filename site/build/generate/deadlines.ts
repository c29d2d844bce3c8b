import { ContentError } from '../read-content.ts'
import type { Library } from '../sources.ts'
import type { Articles } from '../texts/articles.ts'
import { unique } from './unique.ts'

/**
 * Checks that each clock and limit is based on an article of `content/laws` that is in force, or on a rule of the
 * county, and has exactly one span; throws a ContentError.
 */
export const checkDeadlines = (deadlines: Library['deadlines'], articles: Articles): void => {
  const file = 'deadlines.yaml'
  const rules = [...deadlines.clocks, ...deadlines.limits]
  unique(
    file,
    [...rules, ...deadlines.untimed].map((rule) => rule.id),
  )
  for (const { id, article } of [...rules, ...deadlines.untimed]) {
    const from = article && articles[article]?.pending
    if (from)
      throw new ContentError(
        `${file}: ${id}: article "${article}" counts only from ${from}; nothing may count with it`,
      )
  }
  const placed = deadlines.matters.flatMap(({ limits }) => limits)
  unique(`${file}: matters`, placed)
  for (const id of placed)
    if (!deadlines.limits.some((limit) => limit.id === id))
      throw new ContentError(`${file}: matters: "${id}": expected an entry under limits`)
  for (const { id } of deadlines.limits)
    if (!placed.includes(id)) throw new ContentError(`${file}: ${id}: expected under one of the matters`)
  for (const { id, article } of deadlines.untimed)
    if (!articles[article])
      throw new ContentError(`${file}: ${id}: article "${article}" is not in content/laws`)
  for (const rule of rules) {
    if (!rule.article === !rule.countyRule)
      throw new ContentError(`${file}: ${rule.id}: needs either article or countyRule`)
    if (rule.article && !articles[rule.article])
      throw new ContentError(`${file}: ${rule.id}: article "${rule.article}" is not in content/laws`)
    const hours = 'hours' in rule ? rule.hours : undefined
    if ([hours, rule.days, rule.months, rule.years].filter((span) => span !== undefined).length !== 1)
      throw new ContentError(`${file}: ${rule.id}: needs exactly one of hours, days, months, years`)
  }
}
