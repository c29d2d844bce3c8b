import { lengths, talkDays } from '#domain/basics/bounds.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import { cityPetitionOffice } from '#domain/words/outside-bodies.ts'
import type { ObjectionFault } from './objecting.ts'

/** Why an objection was not taken, and what can be done. */
export const objectionMessages: Record<
  ObjectionFault | 'required' | 'tooLong' | 'conflict' | 'stale',
  string
> = {
  side: '这件事是对方申请的，这里不能说不满意。有话可以留言，也可以打 12345。',
  open: '有了结果，才能说不满意。还在办的，可以催一催，也可以留话。',
  already: '这一次的结果已经说过不满意了，上一级看得到。还有话要说，可以留话，也可以打 12345。',
  late: `事情结束超过 ${talkDays} 天，这里不能再说了。可以打 12345，也可以打电话给办的单位。`,
  county: `县里再往上，没有别的单位了。可以把信印出来，交给${cityPetitionOffice}，也可以打 12345。`,
  required: '请写一写哪里不满意，一句话也可以。',
  tooLong: `写得太长了，最多 ${lengths.objection} 个字。`,
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有交上去。您写的还在，请再交一次。',
}
