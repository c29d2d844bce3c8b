import { firstThings } from '#domain/desk/first-things.ts'
import type { FigureDays, Figures } from '#domain/desk/head-figures.ts'
import { placeName } from '#domain/desk/places.ts'
import { listHref } from '../lists/address.ts'
import { figureFilter } from './figure-filter.ts'

/** 先做这几件: at most three sentences, each of which opens its cases. Nothing if there is nothing. */
export const FirstThings = ({ places, days }: { places: readonly Figures[]; days: FigureDays }) => {
  const things = firstThings(places)
  return things.length === 0 ? null : (
    <nav class="first-things" aria-label="下级的，先做这几件">
      <ol>
        {things.map(({ figure, count, what, place, there }) => (
          <li>
            <a href={listHref('below', figureFilter(figure, days))}>
              下级 <b>{count}</b> {what}
            </a>
            <span class="soft">
              {there === count ? '都在' : figure === 'over' ? '最久的在' : '多数在'}
              {placeName(place)}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
