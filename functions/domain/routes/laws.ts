import { longLaws } from '#generated/long-laws.ts'
import { pages } from './site.ts'

/** Sort key of an article number: "291-2" comes after "291" and before "292". */
export const articleOrder = (number: string): number => {
  const [main = 0, sub = 0] = number.split('-').map(Number)
  return main + sub / 100
}

/**
 * URL of an article by its id: `personal-injury-15` → /laws/personal-injury/#a15; for a long statute on the
 * page of its chapter.
 */
export const articlePath = (id: string): string => {
  const [, law = '', number = ''] = /^(.+?)-(\d+(?:-\d+)?)$/.exec(id) ?? []
  const chapter = longLaws[law]?.findLast(({ from }) => Number(from) <= articleOrder(number))
  return `${pages.laws.path}${law}/${chapter ? `${chapter.id}/` : ''}#a${number}`
}
