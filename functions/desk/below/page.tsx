import { dayOf, type Instant, spokenDay } from '#domain/basics/time.ts'
import { countOf, type FigureDays, type Figures, headFigures } from '#domain/desk/head-figures.ts'
import { placeName } from '#domain/desk/places.ts'
import { findArea, unit } from '#domain/places/areas.ts'
import { deskPages, withQuery } from '#domain/routes/desk.ts'
import { Fold } from '#ui/fold.tsx'
import { listHref } from '../lists/address.ts'
import { Days, Opens } from './cells.tsx'
import { figureFilter } from './figure-filter.ts'
import { FirstThings } from './first-things.tsx'
import { People } from './people-table.tsx'
import type { PersonFigures } from './read-head.ts'

interface PlacesProps {
  places: Figures[]
  now: Instant
  days: FigureDays
  title: string
}

/** The page of a town, if a place is one that opens. */
const placeHref = (place: string): string | null =>
  findArea(place)?.level === 'town' ? withQuery(deskPages.below.path, `at=${place}`) : null

const Places = ({ places, now, days, title }: PlacesProps) => (
  <table class="desk-table wide-table">
    <caption class="visually-hidden">{title}，过期最久的在前</caption>
    <thead>
      <tr>
        <th scope="col">哪里</th>
        <th scope="col">最久过了</th>
        {headFigures.map(({ name }) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {places.map((figures) => {
        const { key, longest } = figures
        const href = placeHref(key)
        const name = placeName(key)
        return (
          <tr>
            <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
            <td data-l="最久过了">
              <Days since={longest} now={now} />
            </td>
            {headFigures.map(({ id, name: figure }) => (
              <td data-l={figure} class={countOf(figures, id) > 0 ? undefined : 'none'}>
                <Opens
                  count={countOf(figures, id)}
                  href={listHref('below', { ...figureFilter(id, days), at: key })}
                  of={`${name}${figure}`}
                />
              </td>
            ))}
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** What each figure counts, folded: once it is known, it is in the way. */
const Meanings = () => (
  <Fold title="怎么数的" open={false}>
    <ul class="lines">
      {headFigures.map(({ name, means }) => (
        <li>
          <b>{name}</b> {means}。
        </li>
      ))}
    </ul>
    <p class="soft small">
      只数您的单位看得到的，您要回避的不在里面。点数字，打开的就是这些案件；窄的屏幕上不写
      0。件数不排名，也不算比率。
    </p>
  </Fold>
)

interface Props {
  unit: string
  /** The town that is opened. */
  town: { id: string; name: string } | null
  /** Null: the unit sees nothing below. */
  places: Figures[] | null
  people: PersonFigures[]
  now: Instant
  days: FigureDays
}

/** 下级: every place with its figures, each of which opens its list; the people of the own unit; what the figures mean. */
export const HeadPage = ({ unit: own, town, places, people, now, days }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{town ? town.name : deskPages.below.name}</h1>
      <p>
        {spokenDay(dayOf(now))}
        {town ? (
          <a class="more" href={deskPages.below.path}>
            所有乡镇
          </a>
        ) : null}
      </p>
    </header>
    {places && !town ? <FirstThings places={places} days={days} /> : null}
    {places ? (
      <section class="section" aria-labelledby="places">
        <h2 id="places" class="section-head">
          {town ? '各单位' : '各地方'}
        </h2>
        {places.length > 0 ? (
          <Places places={places} now={now} days={days} title={town ? `${town.name}各单位` : '下级各地方'} />
        ) : (
          <p class="soft">下级没有案件。</p>
        )}
      </section>
    ) : null}
    {people.length > 0 ? (
      <section class="section" aria-labelledby="people">
        <h2 id="people" class="section-head">
          {unit(own).name}各人手上的
        </h2>
        <People people={people} now={now} days={days} />
      </section>
    ) : null}
    <Meanings />
  </div>
)
