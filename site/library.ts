import { type CollectionEntry, getCollection } from 'astro:content'
import { categoryIds } from '../functions/domain/categories.ts'

/** The content as the pages ask for it. */

export type Lesson = CollectionEntry<'lessons'>
export type Story = CollectionEntry<'stories'>
export type Text = Lesson | Story

export const lessonPath = (lesson: Lesson): string => `/lessons/${lesson.id}/`
export const storyPath = (story: Story): string => `/stories/${story.id}/`
export const textPath = (text: Text): string =>
  text.collection === 'lessons' ? lessonPath(text) : storyPath(text)

const byOrder = (a: Text, b: Text): number =>
  categoryIds.indexOf(a.data.category) - categoryIds.indexOf(b.data.category) || a.id.localeCompare(b.id)

export const allLessons = async (): Promise<Lesson[]> => (await getCollection('lessons')).sort(byOrder)
export const allStories = async (): Promise<Story[]> => (await getCollection('stories')).sort(byOrder)

/** Ids of the articles a text quotes, in its order. */
export const citations = (text: { body?: string | undefined }): string[] =>
  [...(text.body ?? '').matchAll(/<Law\s+id="([^"]+)"/g)].map(([, id]) => id as string)

const shared = (a: readonly string[], b: readonly string[]): number =>
  a.filter((item) => b.includes(item)).length

/** How alike two texts are: shared articles weigh most, then the subject, then shared tags. */
const likeness = (a: Text, b: Text): number =>
  3 * shared(citations(a), citations(b)) +
  2 * Number(a.data.category === b.data.category) +
  shared(a.data.tags, b.data.tags)

/** The `count` texts most like `text`, none that shares nothing. */
export const related = <T extends Text>(text: Text, candidates: T[], count: number): T[] =>
  candidates
    .filter((candidate) => candidate.id !== text.id || candidate.collection !== text.collection)
    .map((candidate) => ({ candidate, likeness: likeness(text, candidate) }))
    .filter((entry) => entry.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ candidate }) => candidate)

/** 2026 年 11 月 24 日 */
export const chineseDate = (date: Date): string =>
  `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日`
