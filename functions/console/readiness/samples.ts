import type { County } from '#domain/content/county.ts'
import type { LibraryData } from '#domain/content/reference.ts'
import type { Area } from '#domain/content/regions.ts'

/** Data of the sample county that is still there. */

/** Numbers that begin with 0000 belong to nobody. */
export const isSampleNumber = (phone: string): boolean => phone.startsWith('0000')

/** Are these the areas of the county that comes with the software? Ids do not tell: a real county may have the same ones. */
export const isSampleCounty = (areas: readonly Pick<Area, 'level' | 'name'>[]): boolean =>
  areas.some(({ level, name }) => level === 'county' && name === '示例县')

/** One line per sample, with its file; empty if the county has replaced everything. */
export const samplesIn = (
  { site, units, clocks, experts }: Pick<County, 'site' | 'units' | 'clocks' | 'experts'>,
  { offices, people }: Pick<LibraryData, 'offices' | 'people'>,
): string[] => [
  ...(site.url.includes('.invalid') ? ['content/site.yaml: url'] : []),
  ...(isSampleNumber(site.phone) ? [`content/site.yaml: phone ${site.phone}`] : []),
  ...(site.sampleNotice ? ['content/site.yaml: sampleNotice'] : []),
  ...units
    .filter(({ phone }) => isSampleNumber(phone))
    .map(({ id, name, phone }) => `content/regions.yaml: ${id} ${phone} ${name}`),
  ...offices
    .filter(({ phone }) => isSampleNumber(phone))
    .map(({ id, name, phone }) => `content/offices.yaml: ${id} ${phone} ${name}`),
  ...people
    .filter(({ name }) => name.includes('示例'))
    .map(({ unit, name, role }) => `content/offices.yaml: ${unit} ${role} ${name}`),
  ...experts
    .filter(({ name }) => name.includes('示例'))
    .map(({ id, name, title }) => `content/experts.yaml: ${id} ${title} ${name}`),
  ...clocks
    .filter(({ countyRule }) => countyRule?.includes('示例'))
    .map(({ id }) => `content/deadlines.yaml: ${id} countyRule`),
]
