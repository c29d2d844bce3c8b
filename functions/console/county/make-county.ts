import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dutySchema, siteSchema } from '#domain/content/county.ts'
import { dossierSchema } from '#domain/content/dossier.ts'
import type { Office } from '#domain/content/reference.ts'
import type { Area, Unit } from '#domain/content/regions.ts'
import { readExperts } from '../../../site/build/generate/experts.ts'
import { readRegions } from '../../../site/build/generate/regions.ts'
import { readYaml } from '../../../site/build/read-content.ts'
import { deadlinesSchema } from '../../../site/build/sources.ts'
import { isSampleCounty } from '../readiness/samples.ts'
import type { Answers } from './answers.ts'
import { readAreas } from './areas.ts'
import { blankOffices } from './blank.ts'
import { type CountyFile, countyFiles, makeFiles } from './files.ts'
import { officeColumns } from './office-row.ts'
import { readOffices } from './offices.ts'
import { areaColumns } from './place.ts'
import { type Fault, readTable } from './table.ts'

/** Makes a county of one's own from two tables and answers. */

export interface CountyPlan {
  /** The folder `content`, whose files are the pattern. */
  content: string
  /** Where the county's files are written: `content` itself, or a folder of `counties`. */
  target: string
  areas: string
  offices: string
  /** Needed once the second table exists. */
  answers?: Answers
  /** May a county that is not the sample be written again? */
  force: boolean
}

export type CountyOutcome =
  | { kind: 'made'; files: string[]; areas: number; units: number; offices: number }
  /** The second table did not exist; now there is one to fill in. */
  | { kind: 'blank'; rows: number }

/** What the target has already: nothing, the sample, or a county of its own. */
const earlierOf = (
  target: string,
): { own: boolean; areas: Area[]; units: Unit[]; offices: Office[]; shorts: Record<string, string> } => {
  const none = { own: false, areas: [], units: [], offices: [], shorts: {} }
  const read = (file: CountyFile) => parse(readFileSync(join(target, file), 'utf8'))
  if (!existsSync(join(target, 'regions.yaml'))) return none
  const { areas, units } = read('regions.yaml') as { areas: Area[]; units: Unit[] }
  if (isSampleCounty(areas)) return none
  const offices = existsSync(join(target, 'offices.yaml')) ? read('offices.yaml').offices : []
  const shorts = existsSync(join(target, 'dossier.yaml')) ? read('dossier.yaml').number.units : {}
  return { own: true, areas, units, offices, shorts }
}

/** Writes the files beside each other, checks them as the build will, and only then puts them in place. */
const place = (target: string, made: ReadonlyMap<CountyFile, string>): void => {
  const stage = mkdtempSync(join(tmpdir(), 'county-'))
  try {
    for (const [file, text] of made) writeFileSync(join(stage, file), text)
    readYaml(stage, 'site.yaml', siteSchema)
    const { units } = readRegions(stage)
    readExperts(stage, new Set(units.map(({ id }) => id)))
    readYaml(stage, 'duty.yaml', dutySchema)
    readYaml(stage, 'dossier.yaml', dossierSchema)
    readYaml(stage, 'deadlines.yaml', deadlinesSchema)
    mkdirSync(target, { recursive: true })
    for (const [file, text] of made) {
      writeFileSync(join(target, `${file}.new`), text)
      renameSync(join(target, `${file}.new`), join(target, file))
    }
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/**
 * Reads both tables and writes the county's files, all or none.
 * @returns what was made, or every fault of the tables
 */
export const makeCounty = (plan: CountyPlan): Result<CountyOutcome, Fault[]> => {
  const { content, target, answers } = plan
  const earlier = earlierOf(target)
  if (earlier.own && !plan.force)
    return fail([
      { file: target, says: '里面已经是一个县自己的数据。要用新表重写，请加 --force；编号会照旧' },
    ])
  const areaFile = basename(plan.areas)
  const areaTable = readTable(areaFile, readFileSync(plan.areas), areaColumns)
  if (areaTable.faults.length > 0) return fail(areaTable.faults)
  const areas = readAreas(areaFile, areaTable.rows, earlier.areas)
  if (!existsSync(plan.offices)) {
    if (areas.faults.length > 0) return fail(areas.faults)
    const text = blankOffices(areas)
    writeFileSync(plan.offices, text, { flag: 'wx' })
    return ok({ kind: 'blank', rows: text.split('\r\n').length - 2 })
  }
  if (!answers) return fail([{ file: plan.offices, says: '还没有回答' }])
  const officeFile = basename(plan.offices)
  const officeTable = readTable(officeFile, readFileSync(plan.offices), officeColumns)
  const offices = readOffices(officeFile, officeTable.rows, areas, earlier)
  const faults = [
    ...areas.faults,
    ...officeTable.faults,
    ...(officeTable.faults.length > 0 ? [] : offices.faults),
  ]
  if (faults.length > 0) return fail(faults)
  const pattern = (file: CountyFile) => {
    const own = join(target, file)
    return readFileSync(earlier.own && existsSync(own) ? own : join(content, file), 'utf8')
  }
  const data = { ...offices, areas: areas.areas, answers, first: !earlier.own, knownShorts: earlier.shorts }
  place(target, makeFiles(pattern, data))
  const counts = { areas: areas.areas.length, units: offices.units.length, offices: offices.offices.length }
  return ok({ kind: 'made', files: countyFiles.map((file) => join(target, file)), ...counts })
}
