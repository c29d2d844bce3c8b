import type { Day } from '#domain/basics/time.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { casePath } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import { statuses } from '#domain/words/statuses.ts'
import { tracks } from '#domain/words/tracks.ts'
import { Due, WaitsTag, WarningTag } from './warning.tsx'

interface Props {
  lines: ListedCase[]
  caption: string
  today: Day
  /** Text for an empty list. */
  empty: string
}

/** The title of a case in a list: 事由, or category and place until staff have written one. Never a person's name. */
export const subjectOf = ({
  subject,
  category,
  region,
}: Pick<ListedCase, 'subject' | 'category' | 'region'>): string =>
  subject ?? `${categories[category].name}，${areaName(region)}`

/** Cases as a table; on a phone each row becomes a block. */
export const CaseTable = ({ lines, caption, today, empty }: Props) =>
  lines.length === 0 ? (
    <p class="soft">{empty}</p>
  ) : (
    <table class="desk-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">预警</th>
          <th scope="col">事由</th>
          <th scope="col">渠道</th>
          <th scope="col">在谁手上</th>
          <th scope="col">状态</th>
          <th scope="col">到期</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <td>
              <WarningTag rank={line.colour} />
            </td>
            <td>
              <a href={casePath(line.number)}>
                <b>{subjectOf(line)}</b>
                <br />
                <span class="soft">
                  {line.number} · {categories[line.category].name}
                </span>
              </a>
            </td>
            <td data-l="渠道">{tracks[line.track].name}</td>
            <td data-l="在">{unit(line.unit).name}</td>
            <td data-l="状态">
              {statuses[line.status].name} <WaitsTag waiting={line.waits} />
            </td>
            <td data-l="到期">
              <Due dueAt={line.dueAt} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
