import { spokenTime } from '#domain/basics/time.ts'
import { casePath, meetingFilePath } from '#domain/routes/desk.ts'
import { type Room, rooms } from '#domain/words/meetings.ts'
import { subjectOf } from '../ui/case-list.tsx'
import type { ListedMeeting } from './read-calendar.ts'

const roomName = (room: string): string => rooms[room as Room]?.name ?? '别处，或者在网上'

/** Meetings one below the other: when, what, where, who holds it. No name of a person of the case. */
export const MeetingList = ({ meetings }: { meetings: readonly ListedMeeting[] }) => (
  <ul class="lines">
    {meetings.map(({ line, session, startAt, endAt, room, mediator }) => (
      <li>
        <b class="no-break">
          {spokenTime(startAt)}–{spokenTime(endAt)}
        </b>{' '}
        <a href={casePath(line.number)}>{subjectOf(line)}</a>{' '}
        <span class="soft small">
          <span class="no-break">{line.number}，</span>
          {roomName(room)}
          {mediator ? `，${mediator}主持` : ''}{' '}
          <a href={meetingFilePath(line.number, session)}>
            存进日历<span class="visually-hidden">{spokenTime(startAt)}</span>
          </a>
        </span>
      </li>
    ))}
  </ul>
)

/** 今天的调解会, on 今天; nothing on a day without one. */
export const MeetingsToday = ({ meetings }: { meetings: readonly ListedMeeting[] }) =>
  meetings.length === 0 ? null : (
    <section class="case-group">
      <h2 class="section-head">今天的调解会</h2>
      <MeetingList meetings={meetings} />
    </section>
  )
