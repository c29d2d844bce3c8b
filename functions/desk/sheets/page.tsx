import { addDays, type Day, fullDay } from '#domain/basics/time.ts'
import { areaName } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import type { Digest } from './digest.ts'

interface Props {
  title: string
  unitName: string
  today: Day
  digest: Digest
}

/** Category and place as filed: a 事由 can be written and changed on a later day. */
const Lines = ({ lines, title }: { lines: Digest['lines']; title: string }) => (
  <table class="desk-table">
    <caption class="visually-hidden">{title}</caption>
    <thead>
      <tr>
        <th scope="col">编号</th>
        <th scope="col">哪方面、哪里</th>
        <th scope="col">谁做了什么</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ number, category, region, deeds }) => (
        <tr>
          <td>
            <a href={casePath(number)}>{number}</a>
          </td>
          <td>
            {categories[category].name}，{areaName(region)}
          </td>
          <td>
            {deeds.map(({ who, what }) => (
              <p>
                {who}：<b>{what}</b>
              </p>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/**
 * 每日动态 or 周小结, to read and print; an empty span is reported too (零报告). Days have their year: a sheet that is printed in
 * another year has the same bytes.
 */
export const DigestPage = ({ title, unitName, today, digest }: Props) => {
  const { from, to, lines, more, figures, now } = digest
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>{title}</h1>
        <p>
          {unitName}　{fullDay(from)}
          {from === to ? '' : ` 到 ${fullDay(to)}`}
        </p>
      </header>
      <dl class="figures">
        {[
          ...figures,
          // What is open now says nothing about a past day.
          ...(to < today
            ? []
            : ([
                ['现在在办', now.open],
                ['其中过期', now.overdue],
              ] as const)),
        ].map(([name, count]) => (
          <div>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <section class="section">
        <h2 class="section-head">动过的案件</h2>
        {lines.length === 0 ? (
          <p class="soft">没有新情况（零报告）。</p>
        ) : (
          <Lines lines={lines} title={title} />
        )}
        {more ? <p class="soft">只列前二百件，上面的数字是全的。</p> : null}
      </section>
      <ul class="filters section">
        <li>
          <a href={`${deskPages.digest.path}?day=${addDays(from, -1)}`}>前一天</a>
        </li>
        <li>
          <a href={deskPages.digest.path}>今天</a>
        </li>
        <li>
          <a href={deskPages.week.path}>这一周</a>
        </li>
      </ul>
    </div>
  )
}
