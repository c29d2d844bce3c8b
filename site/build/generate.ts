/**
 * Reads the data files of `content/` and writes `functions/generated/county.ts`, which domain and Worker import.
 * Run by `npm run generate`, before every build, check and test.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { limitsOfEnds } from '#domain/clocks/limit-span.ts'
import {
  type Area,
  areaSchema,
  type County,
  siteSchema,
  unitSchema,
  warningsSchema,
} from '#domain/content/county.ts'
import { deskModule, readDesk } from './generate-desk.ts'
import { readLibrary } from './library.ts'
import { ContentError, readYaml, yamlFiles } from './read-content.ts'
import { readReference } from './reference-data.ts'
import type { Library } from './sources.ts'
import type { Articles } from './texts/gates.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const content = join(root, 'content')

const regionsSchema = z.strictObject({ areas: z.array(areaSchema), units: z.array(unitSchema) })
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

const checkDeadlines = (deadlines: Library['deadlines'], articles: Articles): void => {
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

/** What the Worker knows of a county; `library` is read and checked first. Throws a ContentError that names the file. */
export const readCounty = ({ deadlines, articles, hotlines }: Library): County => {
  const site = readYaml(content, 'site.yaml', siteSchema)
  const regions = readYaml(content, 'regions.yaml', regionsSchema)
  checkRegions(regions)
  checkDeadlines(deadlines, articles)
  const limits = deadlines.limits
    .filter(({ id, ways }) => ways || (limitsOfEnds as readonly string[]).includes(id))
    .map(({ before: _before, breaks: _breaks, ...limit }) => limit)
  const named = [...deadlines.clocks, ...limits].flatMap((rule) => rule.article ?? [])
  return {
    site,
    ...regions,
    clocks: deadlines.clocks,
    limits,
    warnings: readWarnings(),
    hotlines,
    articles: Object.fromEntries(named.map((id) => [id, articles[id]?.title ?? ''])),
    calendar: readCalendar(),
  }
}

/** Writes one module below `functions/generated/`; one that says the same stays, so that nobody who watches it starts anew. */
const write = (name: string, body: string): void => {
  const folder = join(root, 'functions/generated')
  const file = join(folder, name)
  const text = `// Written by site/build/generate.ts. Do not edit.\n${body}\n`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const library = readLibrary(content)
    const county = readCounty(library)
    write(
      'county.ts',
      `import type { County } from '#domain/content/county.ts'\n\nexport const county: County = ${JSON.stringify(county)}`,
    )
    const reference = readReference(content, {
      articles: new Set(Object.keys(library.articles)),
      limits: new Set(library.deadlines.limits.map(({ id }) => id)),
      hotlines: new Set(library.hotlines.map(({ id }) => id)),
      areas: new Set(county.areas.map(({ id }) => id)),
      units: new Set(county.units.map(({ id }) => id)),
    })
    write(
      'library.ts',
      `import type { LibraryData } from '#domain/content/reference.ts'\n\n/** For the site; the Worker of cases has no use for it. */\nexport const library: LibraryData = ${JSON.stringify({ limits: library.deadlines.limits, ...reference, guides: library.guides })}`,
    )
    const long = [...library.laws].flatMap(([id, { chapters }]) =>
      chapters ? [[id, chapters.map(({ id: chapter, from }) => ({ id: chapter, from }))]] : [],
    )
    write(
      'long-laws.ts',
      `/** Statutes that stand on a page a chapter. */\nexport const longLaws: Record<string, { id: string; from: string }[]> = ${JSON.stringify(Object.fromEntries(long))}`,
    )
    const titles = Object.fromEntries(Object.entries(library.articles).map(([id, { title }]) => [id, title]))
    write('desk.ts', deskModule(readDesk(content, titles)))
    // Its lists come from the county's data, so it is read only now.
    const { openapiDocument } = await import('../../functions/api/openapi-document.ts')
    write('openapi.ts', `export const openapi = ${JSON.stringify(JSON.stringify(openapiDocument()))}`)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
