import type { Instant } from '#domain/basics/time.ts'
import { colourAt, colours } from '#domain/clocks/warnings.ts'
import { countOf, type FigureDays, type HeadFigure } from '#domain/desk/head-figures.ts'
import { listHref } from '../lists/address.ts'
import { Days, Opens } from './cells.tsx'
import { figureFilter } from './figure-filter.ts'
import type { PersonFigures } from './read-head.ts'

const red = colours.length - 1

/** What each colleague has in hand. */
export const People = ({
  people,
  now,
  days,
}: {
  people: PersonFigures[]
  now: Instant
  days: FigureDays
}) => {
  const columns: { name: string; figure: HeadFigure | 'waiting' }[] = [
    { name: '在办', figure: 'open' },
    { name: '等着办', figure: 'waiting' },
    { name: '过期', figure: 'over' },
    { name: `${colourAt(red).name}色`, figure: `colour-${red}` },
  ]
  return (
    <table class="desk-table">
      <caption class="visually-hidden">本单位各人手上的案件</caption>
      <thead>
        <tr>
          <th scope="col">谁</th>
          {columns.map(({ name }) => (
            <th scope="col">{name}</th>
          ))}
          <th scope="col">最久等了</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, waiting, waitsSince, ...figures }) => (
          <tr>
            <th scope="row">{name}</th>
            {columns.map(({ name: column, figure }) => (
              <td data-l={column}>
                <Opens
                  count={figure === 'waiting' ? waiting : countOf(figures, figure)}
                  href={listHref('person', {
                    ...(figure === 'waiting' ? { waiting: true } : figureFilter(figure, days)),
                    staff: id,
                  })}
                  of={`${name}${column}`}
                />
              </td>
            ))}
            <td data-l="最久等了">
              <Days since={waitsSince} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
