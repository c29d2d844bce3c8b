import { spokenInstant } from '#domain/basics/time.ts'
import { consentIn } from '#domain/history/consent.ts'
import { partyScope } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { invitedIn, othersIn } from '#domain/history/other-side.ts'
import { personIn } from '#domain/history/people.ts'
import { isDisputed, spotIn, wasThere } from '#domain/history/spot.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { certificatePath, invitationPath } from '#domain/routes/desk.ts'
import { hasLetter } from '../invitation/letter.tsx'
import type { CaseView } from './case-view.ts'
import { Phone } from './phone.tsx'

const drafts = {
  drafted: '给对方的话写好了，等申请人看。',
  approved: '申请人同意了，可以请对方来。',
  declined: '申请人不同意那样写，请改了再给申请人看。',
  sent: '',
} as const

/** Whether a person who was there on the spot has read its record, and what they say of it. */
const spotStanding = (events: CaseView['events'], party: number): string => {
  if (isDisputed(events, party)) return '当场登记的，本人说没有这回事。'
  const reached = events.some(({ kind, data }) => kind === 'code-replaced' && data.party === party)
  return reached ? '当场登记的，本人用自己的查询码看过。' : '当场登记的，给了条子，还没有用查询码看过。'
}

/** What a person of the other side said last, or how far their invitation is. */
const standingOf = (view: CaseView, party: number): string => {
  const said = consentIn(view.events, party)
  if (said) return `${spokenInstant(said.at)}，${staffWords(said)}`
  const spot = spotIn(view.events)
  if (spot && wasThere(view.events, party, spot)) return spotStanding(view.events, party)
  if (invitedIn(view.events, party)) return '请过了，还没有回音（不算拒绝）。'
  const draft = draftIn(view.events)
  return draft?.party === party ? drafts[draft.state] : '还没有请。'
}

/** 对方: the people of the other side, in the order in which the forms name them, and whether they want to talk. */
export const OtherSide = ({ view }: { view: CaseView }) => {
  const others = othersIn(view.events)
  if (others.length === 0) return null
  return (
    <section class="section" aria-labelledby="other-side">
      <h2 id="other-side" class="section-head">
        对方
      </h2>
      <ol class="lines">
        {others.map((party, at) => {
          const { name, phone } = personIn(view, partyScope(party))
          return (
            <li>
              <p>
                {others.length > 1 ? `第 ${at + 1} 位 ` : ''}
                <b>{name ?? '姓名读不出来了'}</b> <Phone number={phone} />
              </p>
              <p class="soft small">{standingOf(view, party)}</p>
              {invitedIn(view.events, party) ? (
                <p class="small">
                  <a href={certificatePath(view.number, party)}>打印交过什么的证明</a>
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
      {hasLetter(view) ? (
        <a class="more" href={invitationPath(view.number)}>
          打印给对方的信
        </a>
      ) : null}
    </section>
  )
}
