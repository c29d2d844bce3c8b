import { type Day, dayOf, spokenDay } from '#domain/basics/time.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { deskStatus } from '#domain/words/statuses.ts'
import { subjectOf } from '../ui/case-list.tsx'
import { NextPage } from '../ui/next-page.tsx'

interface Props {
  unitName: string
  today: Day
  lines: ListedCase[]
  /** Link to the next page. */
  next: string | undefined
}

/** 我经手的: the cases that a unit registered or handed on, wherever they are now. */
export const TracesPage = ({ unitName, today, lines, next }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{deskPages.traces.name}</h1>
      <p>{unitName}登记的、交出去的，新动的在前。现在在谁手上、有没有结果，这里看得到。</p>
    </header>
    {lines.length === 0 ? (
      <p class="soft">还没有登记过、交出去过。</p>
    ) : (
      <table class="desk-table">
        <caption class="visually-hidden">{deskPages.traces.name}</caption>
        <thead>
          <tr>
            <th scope="col">事由</th>
            <th scope="col">在谁手上</th>
            <th scope="col">状态</th>
            <th scope="col">最近一次动</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <td>
                <a href={casePath(line.number)}>
                  <b>{subjectOf(line)}</b>
                  <br />
                  <span class="soft">{line.number}</span>
                </a>
              </td>
              <td data-l="在">{unit(line.unit).name}</td>
              <td data-l="状态">{deskStatus(line.status)}</td>
              <td data-l="最近">{spokenDay(dayOf(line.changedAt), today.slice(0, 4))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <NextPage href={next} />
  </div>
)
