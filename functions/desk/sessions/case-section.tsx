import { spokenInstant } from '#domain/basics/time.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { meetingFilePath, minutesPath, movePath } from '#domain/routes/desk.ts'
import { spokenStart, stateNames } from '#domain/sessions/sentences.ts'
import { bookedIn, endsAt, type Session, sessionsIn } from '#domain/sessions/sessions.ts'
import { signaturesOf } from '#domain/sessions/signatures.ts'
import { meetingForms } from '#domain/words/meetings.ts'
import type { CaseView } from '../case/case-view.ts'
import { placeIn } from './place-in.ts'

/** What each person answered to the proposed times. */
const Answers = ({ view, session }: { view: CaseView; session: Session }) => (
  <ul>
    {session.open.map(({ party, proposal: { chosen, slots } }) => {
      const fits = slots.filter(({ id }) => chosen?.includes(id)).map(({ start }) => spokenStart(start))
      return (
        <li>
          {personLabel(view.events, party)}：
          {chosen === null ? '还没有答' : fits.length > 0 ? fits.join('、') : '都不行'}
        </li>
      )
    })}
  </ul>
)

const Papers = ({ view, session }: { view: CaseView; session: Session }) => {
  const { id, minutes } = session
  const last = view.events.find(({ seq }) => seq === minutes.at(-1))
  return (
    <p class="small">
      {bookedIn(view.events).some((one) => one.id === id) ? (
        <a class="more" href={meetingFilePath(view.number, id)}>
          存进日历
        </a>
      ) : null}{' '}
      {last ? (
        <a class="more" href={minutesPath(view.number, id)}>
          打印笔录{minutes.length > 1 ? `（第 ${minutes.length} 版，${spokenInstant(last.at)}）` : ''}
          {signaturesOf(view.events, session, minutes.length - 1).length > 0 ? '，签了字' : ''}
        </a>
      ) : null}
    </p>
  )
}

/** 调解会: the meetings of a case, the newest first, on its page at the desk. */
export const CaseMeetings = ({ view, now }: { view: CaseView; now: number }) => {
  const sessions = sessionsIn(view.events).filter(
    ({ state, start, people }) => state !== 'over' || (start > 0 && people.length > 0),
  )
  if (sessions.length === 0) return null
  return (
    <section class="section" aria-labelledby="meetings">
      <h2 id="meetings" class="section-head">
        调解会
      </h2>
      <ol class="lines">
        {sessions.toReversed().map((session) => {
          const { state, start, staff, apart, people, absent } = session
          const { place, language, guests } = placeIn(view, session)
          const who = people.map((party) => personLabel(view.events, party)).join('、')
          return (
            <li>
              <p>
                {session.form === 'talk' ? '' : `${meetingForms[session.form].name}，`}
                <b>{start > 0 ? spokenStart(start) : '还没有定时间'}</b>，
                {state === 'planned' && endsAt(session) < now ? '时间过了，还没有记' : stateNames[state]}
              </p>
              <p class="soft small">
                {[
                  `${who}${apart ? '，单独谈' : ''}`,
                  place,
                  language,
                  guests ? `还请了${guests}` : '',
                  staff ? `${view.names.get(staff) ?? '工作人员'}主持` : '',
                  absent.length > 0
                    ? `没有到：${absent.map((party) => personLabel(view.events, party)).join('、')}`
                    : '',
                ]
                  .filter(Boolean)
                  .join('；')}
              </p>
              {state === 'over' && start > now ? (
                <p class="small">来的人在自己的页上看得到不谈了；不用查询码的，请打个电话说一声。</p>
              ) : null}
              {state === 'off' && view.moves.includes('session-postponed') ? (
                <p>
                  <a class="button secondary" href={movePath(view.number, 'session-postponed')}>
                    告诉来的人改期
                  </a>
                </p>
              ) : null}
              {state === 'proposed' ? <Answers view={view} session={session} /> : null}
              <Papers view={view} session={session} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
