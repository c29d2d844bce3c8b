import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'

/** The sample county with everything replaced that is of the sample: a county of its own. */

const renamed = (text: string): string => text.replaceAll('示例', '云台')
const ownPlace = <T extends { name: string; address: string; phone: string }>(place: T): T => ({
  ...place,
  ...{ name: renamed(place.name), address: renamed(place.address), phone: '12345' },
})
const { site } = county
const texts = ['tagline', 'county', 'organiser', 'operator', 'address'] as const

export const ownCounty: typeof county = {
  ...county,
  site: {
    ...site,
    ...Object.fromEntries(texts.map((key) => [key, renamed(site[key])])),
    ...{ url: 'https://county.example', phone: '12345', sampleNotice: '' },
  },
  areas: county.areas.map((area) => ({ ...area, name: renamed(area.name) })),
  units: county.units.map(ownPlace),
  experts: county.experts.map((expert) => ({ ...expert, name: '某某' })),
  clocks: county.clocks.map((clock) => ({ ...clock, ...(clock.countyRule && { countyRule: '《规定》' }) })),
}

export const ownLibrary: Pick<typeof library, 'offices' | 'people'> = {
  offices: library.offices.map(ownPlace),
  people: library.people.map((person) => ({ ...person, name: '某某' })),
}
