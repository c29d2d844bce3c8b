import { colours } from '#domain/clocks/warnings.ts'
import {
  countOf,
  dueFigure,
  type FigureDays,
  type Figures,
  type HeadFigure,
  nameOfFigure,
} from '#domain/desk/head-figures.ts'
import { placeName } from '#domain/desk/places.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { figureFilter } from '../below/figure-filter.ts'
import { listHref } from '../lists/address.ts'

const red: HeadFigure = `colour-${colours.length - 1}`
const columns = [
  { id: dueFigure.id, name: dueFigure.name },
  { id: red, name: nameOfFigure(red) },
]

/** The places below where something is due, overdue or red. */
export const alarmed = (places: readonly Figures[]): Figures[] =>
  places.filter((one) => columns.some(({ id }) => countOf(one, id) > 0))

/** At the top of 今天: how many cases below are due, overdue or red, and the way to the table. Nothing if there is none. */
export const BelowLink = ({ rows }: { rows: Figures[] }) =>
  rows.length === 0 ? null : (
    <p class="below-link">
      <a href="#below">
        下级
        {columns.map(({ id, name }) => (
          <span>
            {name} <b>{rows.reduce((sum, one) => sum + countOf(one, id), 0)}</b>
          </span>
        ))}
      </a>
    </p>
  )

interface Props {
  rows: Figures[]
  days: FigureDays
  /** With the way to all figures, for those who decide. */
  more: boolean
}

/** 下级: what is due, overdue or red below, by place; each number opens its list. Nothing if there is none. */
export const Below = ({ rows, days, more }: Props) =>
  rows.length === 0 ? null : (
    <section class="case-group" aria-labelledby="below">
      <h2 id="below" class="section-head">
        下级要盯的
        {more ? (
          <a class="more" href={deskPages.below.path}>
            全部<span class="visually-hidden">下级的件数</span>
          </a>
        ) : null}
      </h2>
      <table class="desk-table">
        <caption class="visually-hidden">下级到期、过期和红色的案件，按地方</caption>
        <thead>
          <tr>
            <th scope="col">哪里</th>
            {columns.map(({ name }) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, ...figures }) => (
            <tr>
              <th scope="row">{placeName(key)}</th>
              {columns.map(({ id, name }) => (
                <td data-l={name}>
                  {countOf(figures, id) > 0 ? (
                    <a href={listHref('below', { ...figureFilter(id, days), at: key })}>
                      <b>{countOf(figures, id)}</b>
                      <span class="visually-hidden">
                        件，{placeName(key)}
                        {name}
                      </span>
                    </a>
                  ) : (
                    0
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
