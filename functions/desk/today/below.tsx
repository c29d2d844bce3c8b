import { colourAt, colours } from '#domain/clocks/warnings.ts'
import type { BelowRow } from './read-below.ts'

const columns = [
  { key: 'due', name: '到期和过期' },
  { key: 'red', name: `${colourAt(colours.length - 1).name}色` },
] as const

/** At the top of 今天: how many cases below are due, overdue or red, and the way to the table. Nothing if there is none. */
export const BelowLink = ({ rows }: { rows: BelowRow[] }) =>
  rows.length === 0 ? null : (
    <p class="below-link">
      <a href="#below">
        下级
        {columns.map(({ key, name }) => (
          <span>
            {name} <b>{rows.reduce((sum, row) => sum + row[key].count, 0)}</b>
          </span>
        ))}
      </a>
    </p>
  )

/** 下级: what is due, overdue or red below, by area; each number opens its list. Nothing if there is none. */
export const Below = ({ rows }: { rows: BelowRow[] }) =>
  rows.length === 0 ? null : (
    <section class="section" aria-labelledby="below">
      <h2 id="below" class="section-head">
        下级要盯的
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
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.name}</th>
              {columns.map(({ key, name }) => (
                <td data-l={name}>
                  {row[key].count > 0 ? (
                    <a href={row[key].href}>
                      <b>{row[key].count}</b>
                      <span class="visually-hidden">
                        件，{row.name}
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
