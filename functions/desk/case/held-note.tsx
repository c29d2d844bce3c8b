import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { heldIn } from '#domain/clocks/held.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import { moves } from '#domain/moves/table.ts'
import type { Held } from '#domain/words/held.ts'
import type { CaseView } from './case-view.ts'

const names: Record<Held, string> = { withdraw: '申请人要撤回这件事', erase: '申请人要删除本人的信息' }

const meanwhile: Record<Held, string> = {
  withdraw: '在那以前照样办。',
  erase: '生效以后，本人写的话和联系办法就读不出来了。',
}

/** What the holder of the code has asked for and has not taken effect, and whether somebody speaks with them first. */
export const HeldNote = ({ view: { events } }: { view: CaseView }) => {
  const held = heldIn(events)
  if (!held) return null
  const day = spokenDay(dayOf(held.effectiveAt))
  return (
    <div class="note" role="note">
      <b>{names[held.what]}</b>
      <p>
        {held.unconfirmed
          ? `请先单独跟本人说一说：只有本人一个人在，不在电话里让别人听见，只用本人准的办法联系。是本人自己要的，用“${moves['request-confirmed'].name}”记下来，最早${day}生效。不是的，用“${moves['request-set-aside'].name}”放下，不要告诉别人。${codeGivers(events).length > 0 ? '登记这件事、补过查询码的人不能问，由另一个人问。' : ''}`
          : `${day}生效，不用做什么。${meanwhile[held.what]}生效以前，本人随时可以取消。`}
      </p>
    </div>
  )
}
