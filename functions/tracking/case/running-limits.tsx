import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { endOfWay, runningLimits } from '#domain/clocks/remaining-ways.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { articlePath } from '#domain/routes/laws.ts'
import { pages } from '#domain/routes/site.ts'
import { maySuggest } from '#domain/search/similar.ts'
import type { Category } from '#domain/words/categories.ts'
import { isEnded } from '#domain/words/statuses.ts'

/** What runs while a case is mediated: nobody may lose a claim by talking. Shown from the filing on. */

/**
 * The limits that mediation does not stop, for who asked for it. All cases at the county show the same ones, so that none
 * tells its subject (rules.md R49).
 */
export const RunningLimits = ({
  view,
  now,
}: {
  view: FollowedView & { category: Category }
  now: number
}) => {
  const { wayDays, status, level, category } = view
  if (view.side === 'other' || wayDays.asked === null || isEnded(status)) return null
  const year = dayOf(now).slice(0, 4)
  return (
    <section class="section" aria-labelledby="running">
      <h2 id="running">调解不停的期限</h2>
      <p>谈着的时候，这些期限照样走：</p>
      <ul>
        {runningLimits(maySuggest(level) ? category : null).map(({ id, name, span }) => {
          const end = endOfWay(id, wayDays)
          return (
            <li>
              {name}：{span}
              {end ? `，${spokenDay(end.from, year)}您提要求时没过的，从那天重新算` : ''}
            </li>
          )
        })}
      </ul>
      <p>
        依据<a href={articlePath('limitation-interpretation-12')}>诉讼时效规定第十二条</a>。
        <a href={pages.deadlines.path}>填上日子，算最后一天</a>
      </p>
    </section>
  )
}
