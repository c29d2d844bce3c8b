import { stringify } from 'yaml'
import type { Area } from '#domain/content/regions.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'
import type { Answers } from './answers.ts'
import { unitRules } from './kinds.ts'
import type { Offices } from './offices.ts'

/**
 * The files of a county, made from the files that are there: comments and everything a county has not been asked about
 * stay as they are.
 */

/** The names of the files, all in `content/` or in the county's own folder. */
export const countyFiles = [
  'site.yaml',
  'regions.yaml',
  'offices.yaml',
  'duty.yaml',
  'experts.yaml',
  'dossier.yaml',
  'deadlines.yaml',
] as const

export type CountyFile = (typeof countyFiles)[number]

export interface CountyData extends Offices {
  areas: Area[]
  answers: Answers
  /** Is this the first time? Then duty and experts begin empty; later they are what the county wrote. */
  first: boolean
  /** Short names of units in 文号 that the county has already. */
  knownShorts: Record<string, string>
}

/** A text as YAML writes it on one line: quoted where it would be read as something else. */
const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trim()

const row = (value: object): string =>
  `  - ${stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim()}`

const list = (name: string, values: readonly object[]): string =>
  values.length === 0 ? `${name}: []\n` : `${name}:\n${values.map(row).join('\n')}\n`

/** The comment at the top of a file. */
const head = (text: string): string => /^(?:#.*\n)*/.exec(text)?.[0] ?? ''

/** Replaces the value of a key at the beginning of a line; a comment behind it stays. */
const setValue = (text: string, key: string, value: string): string => {
  // In quotes a # is part of the value.
  const quoted = `"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\n]|'')*'`
  const line = new RegExp(`^${key}: (?:${quoted}|.*?)([ \\t]+#.*)?$`, 'm')
  if (!line.test(text)) throw new Error(`site.yaml has no line "${key}:"`)
  const shown = value === '' ? '""' : scalar(value)
  return text.replace(line, (_, comment = '') => `${key}: ${shown}${comment}`)
}

const site = (text: string, { areas, answers }: CountyData): string => {
  const county = areas[0]?.name ?? ''
  const { countyRule: _rule, duty: _duty, ...facts } = answers
  const values = { ...facts, county, tagline: `${county}矛盾纠纷调解服务`, sampleNotice: '' }
  return Object.entries(values).reduce((one, [key, value]) => setValue(one, key, value), text)
}

/** The first that is free of 柳湾人调, 云溪柳湾人调, 云溪柳湾人调2, … */
const freeShort = (wanted: string, above: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  const longer = `${above}${wanted}`
  let short = longer
  for (let count = 2; taken.has(short); count += 1) short = `${longer}${count}`
  return short
}

/** 青石镇's committee is 青石人调; of two villages with one name, the one in 云溪镇 is 云溪柳湾人调. */
const shortNames = ({ areas, units, shorts, knownShorts }: CountyData): [id: string, short: string][] => {
  const bare = (id: string | undefined): string =>
    (areas.find((one) => one.id === id)?.name ?? '').replace(/(?:街道|县|区|市|旗|镇|乡|村|社区)$/u, '')
  const deciding = units.filter(({ kind }) => unitKinds[kind].decides)
  const given = (id: string): string | undefined => shorts.get(id) ?? knownShorts[id]
  // What was said or printed before comes first, wherever its unit stands in the list.
  const taken = new Set(deciding.flatMap(({ id }) => given(id) ?? []))
  return deciding.map(({ id, kind, area, categories = [] }): [string, string] => {
    const fixed = given(id)
    if (fixed !== undefined) return [id, fixed]
    const professional = kind === 'professional-committee' ? categories[0] : undefined
    const subject = professional ? (professionalShorts[professional] ?? '') : ''
    const above = bare(areas.find((one) => one.id === area)?.parent)
    const short = freeShort(`${bare(area)}${subject}${unitRules[kind].short}`, above, taken)
    taken.add(short)
    return [id, short]
  })
}

const professionalShorts: Record<string, string> = {
  medical: '医',
  labour: '劳',
  traffic: '交',
  property: '物',
  consumer: '消',
}

const dossier = (text: string, data: CountyData): string => {
  const block = /^ {2}units:\n(?: {4}\S.*\n)+/m
  if (!block.test(text)) throw new Error('dossier.yaml: expected number.units, one unit a line')
  const lines = shortNames(data).map(([id, short]) => `    ${id}: ${scalar(short)}\n`)
  return text.replace(block, () => `  units:\n${lines.join('')}`)
}

/** Replaces what stands below a key that is the last of its file. */
const setRest = (text: string, key: string, rest: string): string =>
  text.replace(new RegExp(`^${key}:[\\s\\S]*$`, 'm'), () => rest)

const make: Record<CountyFile, (text: string, data: CountyData) => string> = {
  'site.yaml': site,
  'regions.yaml': (text, { areas, units }) => `${head(text)}${list('areas', areas)}${list('units', units)}`,
  'offices.yaml': (text, { offices, people }) =>
    `${head(text)}${list('offices', offices)}\n# Names beside telephone numbers on the notice board.\n${list('people', people)}`,
  'duty.yaml': (text, { answers, first }) =>
    answers.duty || first ? setRest(text, 'duty', list('duty', answers.duty ?? [])) : text,
  'experts.yaml': (text, { first }) => (first ? setRest(text, 'experts', 'experts: []\n') : text),
  'dossier.yaml': dossier,
  'deadlines.yaml': (text, { answers }) =>
    text.replace(/^( +countyRule: ).*$/gm, (_, key: string) => `${key}${scalar(answers.countyRule)}`),
}

/**
 * Makes the files of a county.
 * @param read the text of each file as it is: the county's own, or that of the sample
 */
export const makeFiles = (read: (file: CountyFile) => string, data: CountyData): Map<CountyFile, string> =>
  new Map(countyFiles.map((file) => [file, make[file](read(file), data)]))
