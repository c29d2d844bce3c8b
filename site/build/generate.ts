/**
 * Reads the data files of `content/` and writes `functions/generated/county.ts`, which domain and Worker import.
 * Run by `npm run generate`, before every build, check and test.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import {
  type Area,
  areaSchema,
  type County,
  clockSchema,
  hotlineSchema,
  limitSchema,
  siteSchema,
  unitSchema,
  warningsSchema,
} from '../../functions/domain/county.ts'
import { lawSchema } from '../../functions/domain/law.ts'
import { deskModule, readDesk } from './generate-desk.ts'
import { ContentError, checked, readFrontmatter, readYaml, yamlFiles } from './read-content.ts'
import { checkReferences } from './references.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const content = join(root, 'content')

const regionsSchema = z.strictObject({ areas: z.array(areaSchema), units: z.array(unitSchema) })
const deadlinesSchema = z.strictObject({ clocks: z.array(clockSchema), limits: z.array(limitSchema) })
const calendarSchema = z.strictObject({
  /** The State Council's notice it is taken from. */
  source: z.string(),
  /** Every day off, weekends in a holiday among them. */
  holidays: z.array(z.iso.date()),
  /** Weekend days that are worked. */
  workdays: z.array(z.iso.date()),
})

const unique = (file: string, ids: string[]): void => {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new ContentError(`${file}: id "${twice}" stands twice`)
}

const needed: Partial<Record<Area['level'], string[]>> = {
  village: ['people-mediation-committee'],
  town: ['people-mediation-committee', 'government-office'],
  county: ['centre', 'petition-office', 'government-office', 'people-mediation-committee'],
}

const checkRegions = ({ areas, units }: z.infer<typeof regionsSchema>): void => {
  const file = 'regions.yaml'
  unique(
    file,
    areas.map((area) => area.id),
  )
  unique(
    file,
    units.map((unit) => unit.id),
  )
  const levels = ['county', 'town', 'village', 'grid']
  for (const area of areas) {
    const parent = areas.find((candidate) => candidate.id === area.parent)
    const expected = levels[levels.indexOf(area.level) - 1]
    if (parent?.level !== expected)
      throw new ContentError(
        `${file}: ${area.id}: a ${area.level} needs a parent of level ${expected ?? 'none'}`,
      )
    for (const kind of area.mergedInto ? [] : (needed[area.level] ?? []))
      if (!units.some((unit) => unit.area === area.id && unit.kind === kind))
        throw new ContentError(`${file}: ${area.id} (${area.name}) has no unit of kind ${kind}`)
  }
  for (const unit of units)
    if (!areas.some((area) => area.id === unit.area))
      throw new ContentError(`${file}: unit ${unit.id}: unknown area "${unit.area}"`)
}

/** Article id → 《民法典》第一百八十八条, for all laws in content. */
const readArticles = (): Record<string, string> =>
  Object.fromEntries(
    yamlFiles(content, 'laws').flatMap((file) => {
      const law = readYaml(content, file, lawSchema)
      const id = file.slice('laws/'.length, -'.yaml'.length)
      return Object.entries(law.articles).map(([n, article]) => [
        `${id}-${n}`,
        `《${law.short}》${article.number}`,
      ])
    }),
  )

const checkDeadlines = (
  deadlines: z.infer<typeof deadlinesSchema>,
  articles: Record<string, string>,
): void => {
  const file = 'deadlines.yaml'
  const rules = [...deadlines.clocks, ...deadlines.limits]
  unique(
    file,
    rules.map((rule) => rule.id),
  )
  for (const rule of rules) {
    if (!rule.article === !rule.countyRule)
      throw new ContentError(`${file}: ${rule.id}: needs either article or countyRule`)
    if (rule.article && !articles[rule.article])
      throw new ContentError(`${file}: ${rule.id}: article "${rule.article}" is not in content/laws`)
    if ([rule.days, rule.months, rule.years].filter((span) => span !== undefined).length !== 1)
      throw new ContentError(`${file}: ${rule.id}: needs exactly one of days, months, years`)
  }
}

const readWarnings = (): County['warnings'] => {
  const file = 'warnings.yaml'
  const warnings = readYaml(content, file, warningsSchema)
  const known = warnings.scheme.map(({ id }) => id)
  unique(file, known)
  for (const { sign, colour } of warnings.signs)
    if (!known.includes(colour))
      throw new ContentError(
        `${file}: sign ${sign}: unknown colour "${colour}", expected one of ${known.join(', ')}`,
      )
  return warnings
}

/** Public holidays the package knows, and those a county added in content/calendar/<year>.yaml. */
const readCalendar = (): County['calendar'] => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('chinese-days')), 'years')
  const calendar: County['calendar'] = { years: [], holidays: [], workdays: [] }
  for (const name of readdirSync(folder)
    .filter((entry) => /^20(2[4-9]|[3-9]\d)\.json$/.test(entry))
    .sort()) {
    const { holidays, workdays } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<
      string,
      object
    >
    calendar.years.push(Number(name.slice(0, 4)))
    calendar.holidays.push(...Object.keys(holidays ?? {}))
    calendar.workdays.push(...Object.keys(workdays ?? {}))
  }
  for (const file of yamlFiles(content, 'calendar')) {
    const year = Number(file.slice('calendar/'.length, -'.yaml'.length))
    const { holidays, workdays } = readYaml(content, file, calendarSchema)
    const other = (day: string) => !day.startsWith(`${year}-`)
    calendar.years = [...calendar.years.filter((known) => known !== year), year]
    calendar.holidays = [...calendar.holidays.filter(other), ...holidays]
    calendar.workdays = [...calendar.workdays.filter(other), ...workdays]
  }
  return calendar
}

/** Reads and checks everything; throws a ContentError that names the file. */
export const readCounty = (): County => {
  const site = readYaml(content, 'site.yaml', siteSchema)
  const regions = readYaml(content, 'regions.yaml', regionsSchema)
  checkRegions(regions)
  const deadlines = readYaml(content, 'deadlines.yaml', deadlinesSchema)
  const titles = readArticles()
  checkDeadlines(deadlines, titles)
  const named = [...deadlines.clocks, ...deadlines.limits].flatMap((rule) => rule.article ?? [])
  const articles = Object.fromEntries(named.map((article) => [article, titles[article] as string]))
  const hotlines = readFrontmatter(content, 'contacts').map(({ id, file, data }) => {
    const { name, number, purpose } = data as Record<string, unknown>
    return checked(file, hotlineSchema, { id, name, number, purpose })
  })
  checkReferences(content, {
    Law: new Set(Object.keys(titles)),
    Hotline: new Set(hotlines.map(({ id }) => id)),
    Deadline: new Set(deadlines.limits.map(({ id }) => id)),
  })
  const warnings = readWarnings()
  return { site, ...regions, ...deadlines, warnings, hotlines, articles, calendar: readCalendar() }
}

/** Writes one module below `functions/generated/`. */
const write = (name: string, body: string): void => {
  const folder = join(root, 'functions/generated')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), `// Written by site/build/generate.ts. Do not edit.\n${body}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const county = JSON.stringify(readCounty())
    write(
      'county.ts',
      `import type { County } from '../domain/county.ts'\n\nexport const county: County = ${county}`,
    )
    write('desk.ts', deskModule(readDesk(content, readArticles())))
    // Its lists come from the county's data, so it is read only now.
    const { openapiDocument } = await import('../../functions/api/openapi-document.ts')
    write('openapi.ts', `export const openapi = ${JSON.stringify(JSON.stringify(openapiDocument()))}`)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
