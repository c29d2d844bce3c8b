import type { CurrentAgreement } from '#domain/agreement/current.ts'
import type { Day } from '#domain/basics/time.ts'
import { keyUsed } from '#domain/words/key-used.ts'

/** What those who make an agreement can say of it by their codes. */

/** What is said of an item: by who owes it, or by who is owed. */
export const itemSayings = {
  done: 'item-done',
  received: 'item-received',
  missed: 'item-missed',
} as const

export type ItemSaying = keyof typeof itemSayings

export type AgreeFault = 'none' | 'changed' | 'concluded' | 'draft' | 'notYours' | 'notDue' | 'over'

/**
 * Why a version cannot be marked as read: there is none, it is not theirs, another was written since, or it was agreed.
 * Reading it concludes nothing.
 * @returns null if it can, `same` if it was before
 */
export const readingFault = (
  agreement: CurrentAgreement | null,
  version: number,
  party: number,
): AgreeFault | 'same' | null => {
  if (!agreement) return 'none'
  if (!agreement.parties.includes(party)) return 'notYours'
  if (agreement.version !== version) return 'changed'
  if (agreement.readBy.includes(party)) return 'same'
  return agreement.concluded ? 'concluded' : null
}

/** Why somebody cannot say this of an item now; null if they can, and `same` if it was said already. */
export const sayingFault = (
  agreement: CurrentAgreement | null,
  { item: id, says }: { item: number; says: ItemSaying },
  party: number,
  today: Day,
): AgreeFault | 'same' | null => {
  if (!agreement) return 'none'
  if (!agreement.concluded) return 'draft'
  const item = agreement.items.find((one) => one.id === id)
  if (!item?.[says === 'done' ? 'by' : 'to'].includes(party)) return 'notYours'
  if (item.state === says) return 'same'
  if (item.state === 'received') return 'over'
  if (says === 'missed' && item.dueOn && today <= item.dueOn) return 'notDue'
  return null
}

export const agreeMessages: Record<AgreeFault | 'conflict' | 'stale', string> = {
  none: '还没有写协议。',
  changed: '办的人刚才改过，请先看新写的这一版。',
  concluded: '这份协议已经说定了，不用再点。',
  draft: '协议还没有说定，要当面签了、按了手印，或者口头说定，才算。',
  notYours: '这一条不是您的。',
  notDue: '还没有过说好的那天。担心对方不做，可以先给调解员写一句。',
  over: '这一条两边都认了，做到了。',
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有交上去。请再点一次。',
}
