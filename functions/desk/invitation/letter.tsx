import { dayOf, fullDay } from '#domain/basics/time.ts'
import { retention } from '#domain/following/retention.ts'
import { partyScope } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { personIn } from '#domain/history/people.ts'
import { roleIn } from '#domain/history/roles.ts'
import { wordIn } from '#domain/history/words.ts'
import { unit } from '#domain/places/areas.ts'
import { pages } from '#domain/routes/site.ts'
import { gotFroms } from '#domain/words/got-from.ts'
import { county } from '#generated/county.ts'
import { CodeDigits } from '#ui/code-digits.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import type { CaseView } from '../case/case-view.ts'

/** Where the desk knows the person from, as they are told (个人信息保护法 17). */
const knownFrom = ({ events }: CaseView, party: number): string => {
  const { gotFrom } = events.find(({ kind, data }) => kind === 'party' && data.party === party)?.data ?? {}
  return gotFrom ? gotFroms[gotFrom].told : ''
}

/**
 * True if the newest words for the other side were approved, so that they can be printed: for somebody who still has a
 * part, and not in danger, when the letter would come from the county (rules.md R49).
 */
export const hasLetter = ({ events, danger }: Pick<CaseView, 'events' | 'danger'>): boolean => {
  const draft = draftIn(events)
  return (
    !danger &&
    (draft?.state === 'approved' || draft?.state === 'sent') &&
    roleIn(events, draft.party) !== undefined
  )
}

interface Props {
  view: CaseView
  /** The number by which the reader asks the desk to ring, or says that they come; it opens nothing. */
  letterNumber: string
  now: number
}

/** 请对方来谈的信: the approved words, what the person can do, and where the desk knows them from. It holds no code. */
export const InvitationLetter = ({ view, letterNumber, now }: Props) => {
  const draft = draftIn(view.events)
  const event = view.events.find(({ seq }) => seq === draft?.seq)
  if (!draft || !event) return null
  const { name } = personIn(view, partyScope(draft.party))
  const from = knownFrom(view, draft.party)
  return (
    <div class="page-width text one-sheet">
      <header class="page-head">
        <h1>请您来谈一件事</h1>
        <p>案件编号 {view.number}</p>
      </header>
      <p>{name}：</p>
      <p class="typed">{wordIn(view, event, 'text')}</p>
      <h2>您要知道的</h2>
      <ul>
        <li>这不是传票，也不是要罚您。来不来、谈不谈，您说了算；不来，不会因此判您没理。</li>
        <li>
          可以答应，可以不答应，谈到一半也可以停下；可以要求换一位调解员（人民调解法第十七条、第二十三条）。
        </li>
        <li>谈不成，照样可以去法院。调解不收钱，不要验证码，不让您转账。</li>
        <li>
          要在网上看、在网上答，请向我们要查询码：当面给，或者打电话念给您。网址{' '}
          {new URL(county.site.url).host}，点“进度”。
        </li>
        {from ? (
          <li>
            您的姓名、电话，是{from}。只用来办这件事，留到{retention[0].kept}
            ；要看、要改、要删，打下面的电话。
          </li>
        ) : null}
      </ul>
      <WhoToCall title="想问一句，打电话" unitId={view.unit} />
      <p>
        不方便打电话，上网到 {new URL(county.site.url).host}
        {pages.party.path} 填信上的号码，请我们打给您，或者说您哪天来：
      </p>
      <div class="tile-cap slip">
        <CodeDigits code={letterNumber} name="信上的号码" />
      </div>
      <p class="soft small">这个号码只能告诉我们您想谈，看不到这件事的任何内容。九十天内有效。</p>
      <p>怕是骗子，请打 12345 核对。</p>
      <p>
        {unit(view.unit).name}　{fullDay(dayOf(now))}　（盖章）
      </p>
    </div>
  )
}
