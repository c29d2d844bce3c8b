import { pages } from '#domain/routes/site.ts'
import { categories } from '#domain/words/categories.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { allHotlines, areaPath } from '../../contacts.ts'
import type { SearchSource } from '../build-index.ts'
import { flat } from './fields.ts'

const parentOf = (id: string): string | undefined => county.areas.find((area) => area.id === id)?.parent

/** Hotlines, units and offices. */
export const contacts = async (): Promise<SearchSource[]> => [
  ...(await allHotlines()).map(({ id, data, body }) => ({
    kind: 'contact' as const,
    title: `${data.name} ${data.number}`,
    url: `${pages.contacts.path}#${id}`,
    category: data.categories[0] ?? ('other' as const),
    tags: [
      data.number,
      `${data.name}电话`,
      ...data.categories.map((one) => categories[one].name),
      ...(library.searchWords.contacts[id] ?? []),
    ],
    summary: data.purpose,
    text: `${data.purpose}。\n${flat(body)}`,
  })),
  ...[...county.units.filter(({ kind }) => kind !== 'grid'), ...library.offices].map((place) => ({
    kind: 'contact' as const,
    title: `${place.name} ${place.phone}`,
    url: areaPath(
      county.areas.find(
        ({ id, level }) =>
          level !== 'village' && level !== 'grid' && (id === place.area || id === parentOf(place.area)),
      ) ?? (county.areas[0] as (typeof county.areas)[number]),
    ),
    category: place.categories?.[0] ?? ('other' as const),
    tags: ['电话'],
    summary: 'purpose' in place ? place.purpose : '',
    text: `${'purpose' in place ? `${place.purpose}。\n` : ''}${place.address}，${place.hours}。`,
  })),
]

/** Matters for somebody else, each by itself. */
export const otherMatters = (): SearchSource[] =>
  library.otherMatters.flatMap(({ matters }) =>
    matters.map(({ id, ask, say, contacts, words }) => ({
      kind: 'page' as const,
      title: ask,
      url: `${pages.contactsOthers.path}#${id}`,
      category: 'other' as const,
      tags: [...words, '打哪个电话'],
      summary: `打 ${contacts.join('、')}。${say}`,
      text: `打 ${contacts.join('、')}。${say}`,
    })),
  )
