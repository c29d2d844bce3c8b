import { type Day, fullDay, spokenDay, spokenTime } from '#domain/basics/time.ts'
import type { Expert } from '#domain/content/experts.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { expertFields } from '#domain/words/expert-fields.ts'
import { PrintButton } from '../ui/print-button.tsx'
import type { ListedConsultation } from './read-day.ts'

const span = ({ startAt, endAt }: Pick<ListedConsultation, 'startAt' | 'endAt'>): string =>
  `${spokenTime(startAt)}–${spokenTime(endAt)}`

/** On the calendar of the unit: when its experts are taken, without a word of who comes. */
export const ExpertHours = ({ day, list }: { day: Day; list: readonly ListedConsultation[] }) =>
  list.length === 0 ? null : (
    <>
      <ul class="lines">
        {list.map((one) => (
          <li>
            <b class="no-break">{span(one)}</b> {expertFields[one.expert.field].name}：{one.expert.name}
            ，有人约了
          </li>
        ))}
      </ul>
      <p>
        <a class="more" href={`${deskPages.experts.path}?day=${day}`}>
          打印{spokenDay(day)}给专家的单子
        </a>
      </p>
    </>
  )

const Sheet = ({ expert, day, list }: { expert: Expert; day: Day; list: readonly ListedConsultation[] }) => (
  <article class="paper-sheet">
    <header class="paper-head">
      <h2>
        {expert.name}，{fullDay(day)}
      </h2>
      <p>
        {unit(expert.unit).name}，{expert.place}
      </p>
    </header>
    <table>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">案件编号</th>
          <th scope="col">来了没有</th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr>
            <td>{span(one)}</td>
            <td>{one.number || '本人说'}</td>
            <td>　</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p>来的人说自己的案件编号，对得上就谈。什么事，听本人说；不记姓名，单子当天销毁。</p>
  </article>
)

/** 给专家的单子: times and numbers of a day, a sheet for each expert, and nothing of the quarrel. */
export const ExpertSheets = ({ day, list }: { day: Day; list: readonly ListedConsultation[] }) => {
  const experts = [...new Map(list.map(({ expert }) => [expert.id, expert])).values()]
  return (
    <>
      <div class="page-width">
        <header class="page-head no-print">
          <h1>{deskPages.experts.name}</h1>
          <p>{spokenDay(day)}</p>
        </header>
        {experts.length > 0 ? <PrintButton /> : <p>这一天没有人约本单位的专家。</p>}
        {experts.map((expert) => (
          <Sheet expert={expert} day={day} list={list.filter((one) => one.expert.id === expert.id)} />
        ))}
        <p class="no-print">
          <a href={`${deskPages.calendar.path}?day=${day}`}>回到{deskPages.calendar.name}</a>
        </p>
      </div>
      <script src="/form.js" defer></script>
    </>
  )
}
