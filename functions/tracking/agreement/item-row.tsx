import type { CurrentItem } from '#domain/agreement/current.ts'
import { dueWords, namesOf } from '#domain/agreement/words.ts'
import { type Day, dayOf, spokenDay } from '#domain/basics/time.ts'
import { type ItemSaying, sayingFault } from '#domain/following/agreeing.ts'
import { actions } from '#domain/routes/site.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { UnkeptWays } from '#ui/unkept-ways.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import type { ShownAgreement } from './read-text.ts'

export const versionField = 'version'
export const itemField = 'item'
export const saysField = 'says'

/** What the parts of the page of an agreement show. */
export interface Props {
  followed: FollowedCase
  shown: ShownAgreement
  today: Day
}

/** The hidden fields of its forms, with the case they are for. */
export const Hidden = ({ mark, fields }: { mark: string; fields: Record<string, string> }) => (
  <>
    <input type="hidden" name={replyCaseField} value={mark} />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const states = {
  open: '还没有做',
  done: '做的人说做到了',
  received: '做到了，两边都认',
  missed: '有人说没有做到',
}
const buttons: Record<ItemSaying, string> = {
  done: '做到了',
  received: '对方做到了',
  missed: '没做到，说一声',
}

/** What the holder can say of an item now; nothing with a code that staff have seen. */
export const sayable = ({ id: item }: CurrentItem, { followed: { holder }, shown, today }: Props) =>
  (Object.keys(buttons) as ItemSaying[]).filter(
    (says) => !holder.staffSaw && sayingFault(shown.agreement, { item, says }, holder.party, today) === null,
  )

/** One item, how far it is, and what the holder can say of it. */
export const ItemRow = ({ item, followed, shown, today }: Props & { item: CurrentItem }) => {
  const { holder } = followed
  const open = sayable(item, { followed, shown, today })
  return (
    <li>
      <p>
        第 {item.id} 条，{namesOf(shown.text.parties, item.by)}，{dueWords(item.dueOn, today.slice(0, 4))}：
        <b>{states[item.state]}</b>
        {item.at > 0 ? `（${spokenDay(dayOf(item.at), today.slice(0, 4))}）` : ''}
      </p>
      {item.state === 'missed' && item.to.includes(holder.party) ? (
        <UnkeptWays confirmed={shown.agreement.confirmedOn !== undefined} />
      ) : null}
      {open.length === 0 ? null : (
        <form action={actions.trackAgreement} method="post">
          <Hidden mark={holder.mark} fields={{ [itemField]: String(item.id) }} />
          <div class="actions">
            {open.map((says) => (
              <button class="button secondary" type="submit" name={saysField} value={says}>
                {buttons[says]}
              </button>
            ))}
          </div>
        </form>
      )}
    </li>
  )
}
