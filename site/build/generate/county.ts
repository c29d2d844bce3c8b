import { limitsOfEnds } from '#domain/clocks/limit-span.ts'
import { type County, dutySchema, siteSchema, statisticsSchema } from '#domain/content/county.ts'
import { readYaml } from '../read-content.ts'
import type { Library } from '../sources.ts'
import { readCalendar } from './calendar.ts'
import { checkDeadlines } from './deadlines.ts'
import { readExperts } from './experts.ts'
import { readRegions } from './regions.ts'
import { readWarnings } from './warnings.ts'

/**
 * The county data the Workers need. The library must be read and checked first. Throws a ContentError that
 * names the file.
 */
export const readCounty = (content: string, { deadlines, articles, hotlines }: Library): County => {
  const site = readYaml(content, 'site.yaml', siteSchema)
  const regions = readRegions(content)
  checkDeadlines(deadlines, articles)
  const limits = deadlines.limits
    .filter(({ id, ways }) => ways || (limitsOfEnds as readonly string[]).includes(id))
    .map(({ before: _before, ...limit }) => limit)
  const named = [...deadlines.clocks, ...limits, ...deadlines.untimed].flatMap((rule) => rule.article ?? [])
  return {
    site,
    ...regions,
    clocks: deadlines.clocks,
    limits,
    untimed: deadlines.untimed,
    warnings: readWarnings(content),
    hotlines,
    ...readYaml(content, 'duty.yaml', dutySchema),
    experts: readExperts(content, new Set(regions.units.map(({ id }) => id))),
    clearedPetitions: readYaml(content, 'statistics.yaml', statisticsSchema).petitions,
    articles: Object.fromEntries(named.map((id) => [id, articles[id]?.title ?? ''])),
    calendar: readCalendar(content),
  }
}
