import { colourAt, colours } from '#domain/clocks/warnings.ts'
import type { BelowRow } from './read-below.ts'

/** 下级: what is due, overdue or red below, by area; each number opens its list. Nothing if there is none. */
export const Below = ({ rows }: { rows: BelowRow[] }) =>
  rows.length === 0 ? null : (
    <section class="page-width section" aria-labelledby="below">
      <h2 id="below" class="section-head">
        下级要盯的
      </h2>
      <table class="desk-table">
        <caption class="visually-hidden">下级到期、过期和红色的案件，按地方</caption>
        <thead>
          <tr>
            <th scope="col">哪里</th>
            <th scope="col">到期和过期</th>
            <th scope="col">{colourAt(colours.length - 1).name}色</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, due, red }) => (
            <tr>
              <th scope="row">{name}</th>
              {(
                [
                  ['到期和过期', due],
                  [`${colourAt(colours.length - 1).name}色`, red],
                ] as const
              ).map(([label, { count, href }]) => (
                <td data-l={label}>
                  {count > 0 ? (
                    <a href={href}>
                      <b>{count}</b>
                      <span class="visually-hidden">
                        件，{name}
                        {label}
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
