import type { County } from '#domain/content/county.ts'
import { sampleCounty } from '#domain/content/letter.ts'
import type { LibraryData } from '#domain/content/reference.ts'
import type { Area } from '#domain/content/regions.ts'

/** Data of the sample county that is still there. */

/** Numbers that begin with 0000 belong to nobody. */
export const isSampleNumber = (phone: string): boolean => phone.startsWith('0000')

/** Are these the areas of the county that comes with the software? Ids do not tell: a real county may have the same ones. */
export const isSampleCounty = (areas: readonly Pick<Area, 'level' | 'name'>[]): boolean =>
  areas.some(({ level, name }) => level === 'county' && name === sampleCounty)

/** A name or an address of the sample county: 示例县人民法院, 示例路 1 号. */
const isSampleText = (text: string): boolean => text.includes('示例')

const isSamplePlace = ({ phone, name, address }: { phone: string; name: string; address: string }): boolean =>
  isSampleNumber(phone) || isSampleText(name) || isSampleText(address)

/** Facts of the site that are shown on every page and printed on every paper. */
const siteTexts = ['tagline', 'county', 'organiser', 'operator', 'address'] as const

/** One line per sample, with its file; empty if the county has replaced everything. */
export const samplesIn = (
  { site, areas, units, clocks, experts }: Pick<County, 'site' | 'areas' | 'units' | 'clocks' | 'experts'>,
  { offices, people }: Pick<LibraryData, 'offices' | 'people'>,
): string[] => [
  ...(site.url.includes('.invalid') ? ['content/site.yaml: url'] : []),
  ...(isSampleNumber(site.phone) ? [`content/site.yaml: phone ${site.phone}`] : []),
  ...siteTexts
    .filter((key) => isSampleText(site[key]))
    .map((key) => `content/site.yaml: ${key} ${site[key]}`),
  ...(site.sampleNotice ? ['content/site.yaml: sampleNotice'] : []),
  ...areas
    .filter(({ name }) => isSampleText(name))
    .map(({ id, name }) => `content/regions.yaml: ${id} ${name}`),
  ...units.filter(isSamplePlace).map(({ id, name, phone }) => `content/regions.yaml: ${id} ${phone} ${name}`),
  ...offices
    .filter(isSamplePlace)
    .map(({ id, name, phone }) => `content/offices.yaml: ${id} ${phone} ${name}`),
  ...people
    .filter(({ name }) => isSampleText(name))
    .map(({ unit, name, role }) => `content/offices.yaml: ${unit} ${role} ${name}`),
  ...experts
    .filter(({ name }) => isSampleText(name))
    .map(({ id, name, title }) => `content/experts.yaml: ${id} ${title} ${name}`),
  ...clocks
    .filter(({ countyRule }) => countyRule !== undefined && isSampleText(countyRule))
    .map(({ id }) => `content/deadlines.yaml: ${id} countyRule`),
]
