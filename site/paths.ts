import { categoryIds } from '../functions/domain/categories.ts'
import { stepsOf } from '../functions/domain/guide.ts'
import { pages } from '../functions/domain/routes.ts'
import { library } from '../functions/generated/library.ts'
import { areaPath, areasWithPages, printPath } from './contacts.ts'
import { allLaws, allParts, lawPath } from './laws.ts'
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

/** Every page of the site: the route list, and what content makes. A test holds it against what was built. */
export const allPaths = async (): Promise<string[]> => {
  const lessons = await allLessons()
  const subjects = categoryIds.filter((id) => lessons.some(({ data }) => data.category === id))
  const towns = areasWithPages.filter(({ level }) => level === 'town')
  return [
    ...new Set([
      ...Object.values(pages).map(({ path }) => path),
      ...library.guides.flatMap((guide) => stepsOf(guide).map(({ path }) => guidePath(guide.id, path))),
      ...categoryIds.filter((id) => library.guides.some(({ category }) => category === id)).map(sheetPath),
      ...library.situations.map(({ id }) => situationPath(id)),
      ...subjects.map(subjectPath),
      ...[...lessons, ...(await allStories())].map(textPath),
      ...(await allLetters()).map(({ id }) => letterPath(id)),
      ...areasWithPages.map(areaPath),
      ...towns.map(printPath),
      ...(await allLaws()).map(({ id }) => lawPath(id)),
      ...(await allParts()).map(({ path }) => path),
    ]),
  ]
}
