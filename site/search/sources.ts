import { getCollection } from 'astro:content'
import { stepsOf } from '#domain/content/guide.ts'
import { type Page, pages } from '#domain/routes/site.ts'
import { categories } from '#domain/words/categories.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { talks } from '#generated/talks.ts'
import { prose } from '../build/texts/text.ts'
import { comparisonPath } from '../comparisons.ts'
import { allHotlines, areaPath } from '../contacts.ts'
import { allLaws, allParts, lawPath } from '../laws.ts'
import {
  allLessons,
  allLetters,
  allStories,
  guidePath,
  letterPath,
  situationPath,
  textPath,
} from '../library.ts'
import { talkPath } from '../talks.ts'
import type { SearchSource } from './build-index.ts'

/** Every page, and every part of a page, that the search can return. */

/** How people describe a situation: added to the tags of everything that belongs to it. */
const saidOf = (ids: string[]): string[] =>
  library.searchWords.synonyms
    .filter(({ situation }) => situation && ids.includes(situation))
    .flatMap(({ say }) => say)

/** A document that belongs to situations is found by their words. */
const belonging = (situations: string[]) => ({ situations, said: saidOf(situations) })

const leaving = ({ exit }: { exit?: boolean | undefined }) => (exit ? { exit: true as const } : {})

const situationsWith = (field: 'lessons' | 'stories', id: string): string[] =>
  library.situations.filter((one) => one[field].includes(id)).map((one) => one.id)

const flat = (body: string | undefined): string =>
  prose(body ?? '')
    .replace(/\n+/g, '\n')
    .trim()

const texts = async (): Promise<SearchSource[]> =>
  [...(await allLessons()), ...(await allStories())].map((text) => ({
    kind: text.collection === 'lessons' ? 'lesson' : 'story',
    title: text.data.title,
    url: textPath(text),
    category: text.data.category,
    tags: [...text.data.tags, categories[text.data.category].name],
    ...belonging(situationsWith(text.collection, text.id)),
    summary: text.data.summary,
    text: `${text.data.summary}\n${flat(text.body)}`,
    ...(text.data.sensitive && { sensitive: true as const }),
    ...leaving(text.data),
  }))

const laws = async (): Promise<SearchSource[]> => [
  ...(await allLaws()).map((law) => ({
    kind: 'law' as const,
    title: `《${law.data.short}》`,
    url: lawPath(law.id),
    category: law.data.category,
    tags: [law.data.name],
    summary: '',
    text: law.data.name,
    ...leaving(law.data),
  })),
  ...(await allParts()).flatMap((part) =>
    part.articles.map(({ law, article, path }) => ({
      kind: 'law' as const,
      title: `《${law.data.short}》${article.number}`,
      url: path,
      category: part.category,
      tags: [],
      summary: article.plain ?? '',
      text: `${article.plain ?? ''}\n${article.text.join('\n')}`,
      ...leaving(law.data),
    })),
  ),
]

const contacts = async (): Promise<SearchSource[]> => [
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

const parentOf = (id: string): string | undefined => county.areas.find((area) => area.id === id)?.parent

const letters = async (): Promise<SearchSource[]> =>
  (await allLetters()).map(({ id, data }) => ({
    kind: 'page',
    title: data.title,
    url: letterPath(id),
    category: data.category,
    tags: ['模板', '怎么写', '格式', '范本', ...(library.searchWords.letters[id] ?? [])],
    summary: data.summary,
    text: `${data.summary}。\n${data.where}${data.notes.join('')}`,
    ...leaving(data),
  }))

const situations = (): SearchSource[] =>
  library.situations.map((one) => ({
    kind: 'page',
    title: one.ask,
    url: situationPath(one.id),
    category: one.category,
    tags: [one.name, categories[one.category].name],
    ...belonging([one.id]),
    summary: `${one.name}：法律怎么说、留什么证据、期限、打给谁`,
    text: `${one.ask}：法律怎么说、留什么证据、期限、打给谁、写什么材料。\n${one.evidence.join('；')}。`,
    ...leaving(one),
  }))

/** A guide by its first question, and each of its leaves. */
const guides = (): SearchSource[] =>
  library.guides.flatMap((guide) => {
    const { title, category, summary } = guide
    const situation = library.situations.find(({ id }) => id === guide.situation)
    const leaves = stepsOf(guide).flatMap(({ leaf }) => leaf ?? [])
    return {
      kind: 'guide' as const,
      title,
      url: guidePath(guide.id),
      category,
      tags: [situation?.name ?? '', situation?.ask ?? '', '怎么办'],
      ...belonging([guide.situation]),
      summary,
      text: `${summary}。\n${[...new Set(leaves.map((leaf) => leaf.title))].join('。')}。`,
      ...leaving(guide),
    }
  })

/** Comparisons, found by the question what the difference is. */
const comparisons = (): SearchSource[] =>
  library.comparisons.map(({ exit, id, title, category, tags, summary, columns, rows }) => ({
    kind: 'page',
    title,
    url: comparisonPath(id),
    category,
    tags: ['区别', '不一样', ...tags],
    summary,
    text: `${summary}\n${columns.join('、')}：${rows.map(({ name }) => name).join('、')}。`,
    ...leaving({ exit }),
  }))

/** Matters for somebody else, each by itself. */
const otherMatters = (): SearchSource[] =>
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

/** Kits for evening talks, found as such: a resident with the same trouble is better served by the lesson. */
const kits = (): SearchSource[] =>
  talks.map((talk) => ({
    kind: 'page' as const,
    title: `讲座：${talk.title}`,
    url: talkPath(talk.id),
    category: 'other' as const,
    tags: ['法治讲座', '普法讲座', '讲座材料'],
    summary: talk.summary,
    text: talk.summary,
    ...leaving(talk),
  }))

const ownPages = async (): Promise<SearchSource[]> => {
  const written = await getCollection('pages')
  const names = Object.keys(pages) as Page[]
  return names.flatMap((name) => {
    const { path, name: title } = pages[name]
    const entry = written.find(({ id }) => path === `/about/${id}/` || (id === 'about' && path === '/about/'))
    const tags = library.searchWords.pages[name] ?? []
    if (!entry && tags.length === 0) return []
    const says = entry?.data.summary ?? library.searchWords.says[name]
    if (!says) throw new Error(`content/search.yaml: says: expected a sentence for the page ${name}`)
    return {
      kind: 'page' as const,
      title: entry?.data.title ?? title,
      url: path,
      category: 'other' as const,
      tags: [title, ...tags],
      summary: says,
      text: `${says}\n${flat(entry?.body)}`,
    }
  })
}

/** Every document, with the fields that the index is built from. */
export const allSources = async (): Promise<SearchSource[]> => [
  ...situations(),
  ...guides(),
  ...(await texts()),
  ...(await contacts()),
  ...(await letters()),
  ...comparisons(),
  ...otherMatters(),
  ...kits(),
  ...(await ownPages()),
  ...(await laws()),
]
