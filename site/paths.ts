import { getCollection } from 'astro:content'
import { stepsOf } from '#domain/content/guide.ts'
import { pages, publishedPages } from '#domain/routes/site.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { library } from '#generated/library.ts'
import { talks } from '#generated/talks.ts'
import { comparisonPath } from './comparisons.ts'
import { areaPath, areasWithPages, printPath } from './contacts.ts'
import { allLaws, allParts, lawPath } from './laws.ts'
import { cardPath } from './lesson-card.ts'
import {
  allLessons,
  allLetters,
  allStories,
  guidePath,
  letterPath,
  sheetPath,
  situationPath,
  subjectPath,
  textPath,
} from './library.ts'
import { questionPath, questionsPath, topicsOf } from './questions.ts'
import { months, slidesPath, talkPath } from './talks.ts'

/** A page of the site, and the day of its last review if its content has one. */
export interface SitePage {
  path: string
  day?: string
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** Pages of `content/pages` that are named like their route. */
const informed = async (): Promise<SitePage[]> =>
  (await getCollection('pages')).flatMap(({ id, data }) => {
    const page = Object.entries(pages).find(([name]) => name === id)?.[1]
    return page ? [{ path: page.path, day: dayOf(data.reviewed) }] : []
  })

/**
 * Every page of the site: the route list, and the pages made from content. A test compares it with the built
 * site.
 */
export const allPages = async (): Promise<SitePage[]> => {
  const lessons = await allLessons()
  const subjects = categoryIds.filter((id) => lessons.some(({ data }) => data.category === id))
  const towns = areasWithPages.filter(({ level }) => level === 'town')
  const undated = [
    ...[...Object.values(pages), ...publishedPages].map(({ path }) => path),
    ...categoryIds.filter((id) => library.guides.some(({ category }) => category === id)).map(sheetPath),
    ...library.situations.map(({ id }) => situationPath(id)),
    ...subjects.map(subjectPath),
    ...areasWithPages.map(areaPath),
    ...towns.map(printPath),
    ...months.map(({ path }) => path),
  ]
  const dated: Required<SitePage>[] = [
    ...library.questions.flatMap(({ category, reviewed: day, questions }) => [
      { path: questionsPath(category), day },
      ...topicsOf({ category, reviewed: day, questions }).map(({ path }) => ({ path, day })),
      ...questions.map(({ id }) => ({ path: questionPath(category, id), day })),
    ]),
    ...library.comparisons.map(({ id, reviewed }) => ({ path: comparisonPath(id), day: reviewed })),
    ...library.guides.flatMap((guide) =>
      stepsOf(guide).map(({ path }) => ({ path: guidePath(guide.id, path), day: guide.reviewed })),
    ),
    ...[...lessons, ...(await allStories())].map((text) => ({
      path: textPath(text),
      day: dayOf(text.data.reviewed),
    })),
    ...lessons.map((lesson) => ({ path: cardPath(lesson), day: dayOf(lesson.data.reviewed) })),
    ...(await allLetters()).map(({ id, data }) => ({ path: letterPath(id), day: dayOf(data.reviewed) })),
    ...talks.flatMap(({ id, reviewed: day }) => [
      { path: talkPath(id), day },
      { path: slidesPath(id), day },
    ]),
    ...(await allLaws()).map(({ id, data }) => ({ path: lawPath(id), day: data.checked })),
    ...(await allParts()).map(({ path, law }) => ({ path, day: law.data.checked })),
  ]
  const found = new Map<string, SitePage>(undated.map((path) => [path, { path }]))
  for (const page of [...dated, ...(await informed())]) found.set(page.path, page)
  return [...found.values()]
}
