import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { County } from '#domain/content/county.ts'
import { readYaml, yamlFiles } from '../read-content.ts'

const calendarSchema = z.strictObject({
  /** The State Council's notice the days come from. */
  source: z.string(),
  /** Every day off, including weekend days within a holiday. */
  holidays: z.array(z.iso.date()),
  /** Weekend days that are working days. */
  workdays: z.array(z.iso.date()),
})

/** Public holidays of the package chinese-days, and those a county added in content/calendar/<year>.yaml. */
export const readCalendar = (content: string): County['calendar'] => {
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
