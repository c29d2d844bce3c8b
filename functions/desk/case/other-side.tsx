import { spokenInstant } from '#domain/basics/time.ts'
import { consentIn } from '#domain/history/consent.ts'
import { partyScope, type Side } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { invitedIn } from '#domain/history/other-side.ts'
import { personIn } from '#domain/history/people.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { type Person, peopleIn, signingFault } from '#domain/history/roles.ts'
import { isDisputed, spotIn, wasThere } from '#domain/history/spot.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { certificatePath, invitationPath } from '#domain/routes/desk.ts'
import { authorities, heards } from '#domain/words/party-roles.ts'
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

/** What a person said last, or how far their invitation is. */
const standingOf = (view: CaseView, { party, side }: Person): string => {
  const said = consentIn(view.events, party)
  if (said) return `${spokenInstant(said.at)}，${staffWords(said)}`
  const spot = spotIn(view.events)
  if (spot && wasThere(view.events, party, spot)) return spotStanding(view.events, party)
  const asked = invitedIn(view.events, party)
  if (asked) return asked.kind === 'invited' ? '请过了，还没有回音（不算拒绝）。' : '给了查询码。'
  const draft = draftIn(view.events)
  if (draft?.party === party) return drafts[draft.state]
  return side === 'other' ? '还没有请。' : '还没有给查询码。'
}

/** For whom somebody stands, by what, and whether they may sign; empty for those who stand for themselves. */
const standsFor = ({ events }: CaseView, { party, for: whom, authority, heard }: Person): string => {
  if (whom === undefined) return ''
  const by = [authority && `授权书${authorities[authority].name}`, heard && `本人的意思${heards[heard].name}`]
  const signs = signingFault(events, party) === 'authority' ? '，不能替本人答应协议' : ''
  return `替${personLabel(events, whom)}${by
    .filter(Boolean)
    .map((word) => `，${word}`)
    .join('')}${signs}。`
}

const titles: Record<Side, string> = { other: '对方', complainant: '申请人一方的人' }

const People = ({ view, side }: { view: CaseView; side: Side }) => {
  const people = peopleIn(view.events).filter((one) => one.side === side && one.party !== 1)
  if (people.length === 0) return null
  const id = `side-${side}`
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} class="section-head">
        {titles[side]}
      </h2>
      <ol class="lines">
        {people.map((person) => {
          const { name, phone } = personIn(view, partyScope(person.party))
          return (
            <li>
              <p>
                {personLabel(view.events, person.party)} <b>{name ?? '姓名读不出来了'}</b>{' '}
                <Phone number={phone} />
              </p>
              <p class="soft small">
                {standsFor(view, person)}
                {standingOf(view, person)}
              </p>
              {invitedIn(view.events, person.party) ? (
                <p class="small">
                  <a href={certificatePath(view.number, person.party)}>打印交过什么的证明</a>
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
      {side === 'other' && hasLetter(view) ? (
        <a class="more" href={invitationPath(view.number)}>
          打印给对方的信
        </a>
      ) : null}
    </section>
  )
}

/** The people of both sides beside the complainant, in the order in which the forms name them; only staff see this roll. */
export const OtherSide = ({ view }: { view: CaseView }) => (
  <>
    <People view={view} side="other" />
    <People view={view} side="complainant" />
  </>
)
