import type { Context } from 'hono'
import { pageKeyText } from '#domain/desk/page-key.ts'
import { deskPages, ratingTaskPath } from '#domain/routes/desk.ts'
import { isRatingTaskKind, type RatingTaskKind } from '#domain/words/ratings.ts'
import { queryValue } from '#http/query.ts'
import { memberOf } from '../ports.ts'
import { taskWords } from '../rating-tasks/task-words.ts'
import { afterIn, filterIn, listHref, listQuery } from './address.ts'
import { chosenFilter, listNames, listOf, sameFilter } from './work-lists.ts'

/** The page a case was opened from. It travels in the query of the case and of its moves, and is stored nowhere. */
export interface OpenedFrom {
  name: string
  href: string
  /** The same as a query, for the links of the case; empty if the case was opened from elsewhere. */
  query: string
}

/** The query of a case that is opened from 今天. */
export const fromToday = 'list=today'

/** The query of a case that is opened from the page of a look or a call. */
export const fromTask = (kind: RatingTaskKind): string => `list=${kind}`

/**
 * The page that the query of a case names, built anew from what is known: a list of this member of staff, filters that
 * exist, a page of it.
 * @returns the work lists if the query names none
 */
export const openedFrom = (c: Context): OpenedFrom => {
  const wanted = queryValue(c, 'list')
  if (`list=${wanted}` === fromToday)
    return { name: deskPages.today.name, href: deskPages.today.path, query: fromToday }
  const number = c.req.param('number')
  if (number && isRatingTaskKind(wanted))
    return { name: taskWords[wanted].title, href: ratingTaskPath(number, wanted), query: fromTask(wanted) }
  const filter = filterIn(c)
  const list = listOf(memberOf(c), wanted, filter)
  if (!list) return { name: deskPages.cases.name, href: deskPages.cases.path, query: '' }
  const page = [list.id, filter, pageKeyText(afterIn(c))] as const
  const narrowed = sameFilter({}, filter) ? '' : `，${chosenFilter(filter).name}`
  return {
    name: `${deskPages.cases.name}：${listNames[list.id]}${narrowed}`,
    href: listHref(...page),
    query: listQuery(...page),
  }
}
