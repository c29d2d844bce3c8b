import type { Child } from 'hono/jsx'
import { addDays, type Day, dayOf, monday, spokenDay } from '#domain/basics/time.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { ListChoices } from '../ui/list-choices.tsx'
import { MeetingList } from './meeting-list.tsx'
import type { ListedMeeting } from './read-calendar.ts'

/** What a page of the calendar shows: a day or the week from a Monday on, of the unit or of the reader alone. */
export interface Span {
  day: Day
  days: 1 | 7
  own: boolean
}

/** The address of a page of the calendar. */
const hrefOf = ({ day, days, own }: Span): string =>
  `${deskPages.calendar.path}?${[`day=${day}`, ...(days === 7 ? ['span=week'] : []), ...(own ? ['who=me'] : [])].join('&')}`

/** 日历: the meetings of a unit, day by day, as a list that fits on any screen. */
export const CalendarPage = ({
  span,
  today,
  meetings,
  hours,
  taken,
}: {
  span: Span
  today: Day
  meetings: readonly ListedMeeting[]
  /** What a day has of the experts of the unit; true if they are taken then. */
  hours: (day: Day) => Child
  taken: (day: Day) => boolean
}) => {
  const { day, days, own } = span
  const all = Array.from({ length: days }, (_, index) => addDays(day, index))
  const of = (one: Day) => meetings.filter(({ startAt }) => dayOf(startAt) === one)
  const shown = all.filter((one) => days === 1 || of(one).length > 0 || taken(one))
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>{deskPages.calendar.name}</h1>
        <p>
          {spokenDay(day)}
          {days === 7 ? ` 到 ${spokenDay(addDays(day, 6))}` : ''}，{own ? '我主持的' : '本单位的'}调解会
        </p>
      </header>
      <ListChoices
        label="看哪几天"
        links={[
          {
            name: '今天',
            href: hrefOf({ ...span, day: today, days: 1 }),
            current: days === 1 && day === today,
          },
          {
            name: '这一周',
            href: hrefOf({ ...span, day: monday(today), days: 7 }),
            current: days === 7 && day === monday(today),
          },
          {
            name: days === 7 ? '前一周' : '前一天',
            href: hrefOf({ ...span, day: addDays(day, -days) }),
            current: false,
          },
          {
            name: days === 7 ? '后一周' : '后一天',
            href: hrefOf({ ...span, day: addDays(day, days) }),
            current: false,
          },
        ]}
      />
      <ListChoices
        label="看谁的"
        links={[
          { name: '本单位', href: hrefOf({ ...span, own: false }), current: !own },
          { name: '我主持的', href: hrefOf({ ...span, own: true }), current: own },
        ]}
      />
      {shown.map((one) => (
        <section class="case-group">
          <h2 class="section-head">{spokenDay(one)}</h2>
          {of(one).length > 0 ? <MeetingList meetings={of(one)} /> : <p class="soft">没有调解会。</p>}
          {hours(one)}
        </section>
      ))}
      {shown.length === 0 ? <p class="soft">这几天没有调解会。</p> : null}
      <p class="soft small">约时间、改期，在案件的页面上做。微信里存不进日历，请抄下来。</p>
    </div>
  )
}
