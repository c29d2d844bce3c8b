import { type CollectionEntry, getCollection } from 'astro:content'
import { pages } from '#domain/routes/site.ts'
import { type Category, categories, categoryIds } from '#domain/words/categories.ts'
import { library } from '#generated/library.ts'

/** The content, as the pages need it. */

export type Lesson = CollectionEntry<'lessons'>
export type Story = CollectionEntry<'stories'>
export type LetterEntry = CollectionEntry<'letters'>
export type Text = Lesson | Story

/** URL of the page of one subject. */
export const subjectPath = (category: Category): string => `${pages.lessons.path}${category}/`
/** URL of a lesson. */
export const lessonPath = (lesson: Lesson): string => `${pages.lessons.path}${lesson.id}/`
/** URL of a story. */
export const storyPath = (story: Story): string => `${pages.stories.path}${story.id}/`
/** URL of a step of a guide, made of its answers. */
export const guidePath = (guide: string, path: string[] = []): string =>
  `${pages.guides.path}${[guide, ...path].join('/')}/`
/** URL of the printable sheet of the guides of a subject. */
export const sheetPath = (category: Category): string => `${pages.guides.path}sheets/${category}/`
/** URL of a letter, by id. */
export const letterPath = (id: string): string => `${pages.letters.path}${id}/`
/** URL of a situation, by id. */
export const situationPath = (id: string): string => `${pages.situations.path}${id}/`
/** URL of a lesson or story. */
export const textPath = (text: Text): string =>
  text.collection === 'lessons' ? lessonPath(text) : storyPath(text)

const byOrder = (a: Text, b: Text): number =>
  categoryIds.indexOf(a.data.category) - categoryIds.indexOf(b.data.category) || a.id.localeCompare(b.id)

/** Lessons, by subject and then by id. */
export const allLessons = async (): Promise<Lesson[]> => (await getCollection('lessons')).sort(byOrder)
/** Stories, by subject and then by id. */
export const allStories = async (): Promise<Story[]> => (await getCollection('stories')).sort(byOrder)

/** Letters, sorted by title. */
export const allLetters = async (): Promise<LetterEntry[]> =>
  (await getCollection('letters')).sort((a, b) => a.data.title.localeCompare(b.data.title, 'zh-CN'))

/** Groups items by subject, in the order of the subjects, without empty groups. */
export const bySubject = <T>(
  things: T[],
  subjectOf: (thing: T) => Category,
): { id: Category; name: string; things: T[] }[] =>
  categoryIds
    .map((id) => ({
      id,
      name: categories[id].name,
      things: things.filter((thing) => subjectOf(thing) === id),
    }))
    .filter((group) => group.things.length > 0)

const pick = <T extends { id: string }>(all: T[], ids: string[]): T[] =>
  ids.flatMap((id) => all.find((one) => one.id === id) ?? [])

/** Lessons by id, in the order of `ids`. */
export const findLessons = async (ids: string[]): Promise<Lesson[]> => pick(await allLessons(), ids)
/** Stories by id, in the order of `ids`. */
export const findStories = async (ids: string[]): Promise<Story[]> => pick(await allStories(), ids)

/** The letters of the situations that include a lesson. */
export const lettersFor = async (lesson: Lesson): Promise<LetterEntry[]> => {
  const situations = library.situations.filter(({ lessons }) => lessons.includes(lesson.id))
  return pick(await allLetters(), [...new Set(situations.flatMap(({ letters }) => letters))])
}

/** The guides with an end that leads to a lesson: those of its situations, or else of its subject. */
export const guidesFor = ({ id, data }: Lesson): (typeof library.guides)[number][] => {
  const leading = library.guides.filter(({ leaves }) =>
    Object.values(leaves).some(({ lessons }) => lessons.includes(id)),
  )
  const situations = library.situations.filter(({ lessons }) => lessons.includes(id))
  const own = leading.filter(({ situation }) => situations.some((one) => one.id === situation))
  return own.length > 0 ? own : leading.filter(({ category }) => category === data.category)
}

/** Ids of the articles a text quotes, in the order of the text. */
export const citations = (text: { body?: string | undefined }): string[] =>
  [...(text.body ?? '').matchAll(/<Law\s+id="([^"]+)"/g)].map(([, id]) => id as string)

const shared = (a: readonly string[], b: readonly string[]): number =>
  a.filter((item) => b.includes(item)).length

/** Similarity of two texts: shared articles weigh most, then the subject, then shared tags. */
const likeness = (a: Text, b: Text): number =>
  3 * shared(citations(a), citations(b)) +
  2 * Number(a.data.category === b.data.category) +
  shared(a.data.tags, b.data.tags)

/** The `count` texts most similar to `text`; one shared tag or article alone is not enough. */
export const related = <T extends Text>(text: Text, candidates: T[], count: number): T[] =>
  candidates
    .filter((candidate) => candidate.id !== text.id || candidate.collection !== text.collection)
    .map((candidate) => ({ candidate, likeness: likeness(text, candidate) }))
    .filter((entry) => entry.likeness >= 3)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ candidate }) => candidate)

/** Articles that similar texts quote and this one does not, most quoted first. */
export const relatedArticles = (text: Text, similar: Text[], count: number): string[] => {
  const own = citations(text)
  const times = new Map<string, number>()
  for (const id of similar.flatMap((other) => [...new Set(citations(other))]))
    if (!own.includes(id)) times.set(id, (times.get(id) ?? 0) + 1)
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([id]) => id)
}

/** 2026 年 11 月 24 日 */
export const chineseDate = (date: Date): string =>
  `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日`
