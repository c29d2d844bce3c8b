import { publicKind } from '#domain/following/timeline.ts'
import { isMoveKind, moves } from '#domain/moves/table.ts'
import { type EventKind, eventKinds } from '#domain/words/events.ts'
import { handOvers } from '#domain/words/sheet-kinds.ts'

const others: Partial<Record<EventKind, string>> = {
  filed: '登记',
  replied: '申请人回话了',
  wrote: '申请人来话了',
  'file-added': '申请人交来材料',
  withdrawn: '申请人撤回了',
}

/** The name of an event on a sheet. A sheet hangs on walls, so danger is named as the transfer that residents read. */
const nameOn = (kind: EventKind): string => {
  const shown = publicKind(kind)
  return isMoveKind(shown) ? moves[shown].name : (others[shown] ?? '')
}

/**
 * What happened to a case, in words.
 * @param here kinds of its events at the desks of the sheet
 * @param away kinds of the events by which those desks handed it on
 */
export const sheetWords = (here: readonly EventKind[], away: readonly EventKind[]): string => {
  const word = (kind: EventKind): string => {
    if (!(handOvers as readonly EventKind[]).includes(kind)) return nameOn(kind)
    if (here.includes(kind) && away.includes(kind)) return nameOn(kind)
    return `${here.includes(kind) ? '转来' : '转出'}（${nameOn(kind)}）`
  }
  return eventKinds
    .filter((kind) => here.includes(kind) || away.includes(kind))
    .map(word)
    .join('、')
}
