import { dayOf, type Instant, spokenDay } from '#domain/basics/time.ts'
import { type HeldRequest, heldIn, heldsIn } from '#domain/clocks/held.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { moves } from '#domain/moves/table.ts'
import type { Held } from '#domain/words/held.ts'
import { actorName } from '../ui/actor-name.ts'
import type { CaseView } from './case-view.ts'

const names: Record<Held, string> = { withdraw: '要撤回这件事', erase: '要删除本人的信息' }

const meanwhile: Record<Held, string> = {
  withdraw: '在那以前照样办。',
  erase: '生效以后，本人写的话和联系办法就读不出来了。',
}

/** What has come of the request at the county, or is to be done; below it, when it takes effect. */
const standingOf = (held: HeldRequest, names: CaseView['names'], now: Instant): string => {
  const { talk, unconfirmed, setAside, effectiveAt, what } = held
  const day = spokenDay(dayOf(effectiveAt))
  const talked = talk ? `${spokenDay(dayOf(talk.at))}单独问过（${actorName(talk.actor, names)}）：` : ''
  if (!unconfirmed)
    return `${talked ? `${talked}是本人要的。` : ''}${day}生效，不用做什么。${meanwhile[what]}生效以前，本人随时可以取消。`
  if (setAside) return `${talked}不是本人要的，已经放下，不会生效。不要告诉别人；查询页上看着还在等。`
  const takesEffect = effectiveAt > now ? `最早 ${day}生效` : '确认以后当天生效'
  return `请先单独跟本人说一说：只有本人一个人在，不在电话里让别人听见，只用本人准的办法联系。是本人自己要的，用“${moves['request-confirmed'].name}”记下来，${takesEffect}。不是的，用“${moves['request-set-aside'].name}”放下，不要告诉别人。`
}

/** What the holder of the code has asked for and has not taken effect; at the county, that somebody speaks with them. */
export const HeldNote = ({ view: { events, names: staff }, now }: { view: CaseView; now: Instant }) => {
  const next = heldIn(events)
  const helds = heldsIn(events)
  return (
    <>
      {helds.map((held) => (
        <div class="note" role="note">
          <b>
            {personLabel(events, held.party)}
            {names[held.what]}
          </b>
          <p>{standingOf(held, staff, now)}</p>
          {held.unconfirmed && !held.setAside && codeGivers(events, undefined, held.party).length > 0 ? (
            <p>
              {held.party === 1 ? '登记这件事、补过查询码的人' : '给过这一位查询码的人'}不能问，由另一个人问。
            </p>
          ) : null}
          {helds.length > 1 && held.unconfirmed ? (
            <p>
              {held.party === next?.party
                ? '先问这一位，下面记的就是这一位的。'
                : '前一位的记下来以后，再问这一位。'}
            </p>
          ) : null}
        </div>
      ))}
    </>
  )
}
