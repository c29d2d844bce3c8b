import type { HeldFault } from '#domain/clocks/held.ts'
import type { Held } from '#domain/words/held.ts'

const codeSeen = '工作人员看见过这个查询码。请先换一个只有您自己知道的，再来。'

/** Why something cannot be asked for now, and what can be done. */
export const heldMessages: Record<Held, Record<HeldFault, string>> = {
  withdraw: {
    side: '这件事是对方申请的，您不用撤回。不想谈，可以说“不想谈了”。',
    codeSeen,
    standing: '这件事已经结束了，不用撤回。',
    pending: '已经要过撤回了，等它生效就行；改主意了，可以取消。',
  },
  erase: {
    side: '现在不能删。',
    codeSeen,
    standing: '这件事还没有办完，现在不能删。办完以后就可以要求删；不想办了，可以先撤回。',
    pending: '已经要过删除了，等它生效就行；改主意了，可以取消。',
  },
}

/** The fault of a request that was not confirmed by its holder. */
export const unconfirmedMessages: Record<Held, string> = {
  withdraw: '要撤回，请先勾上“我要撤回这件事”。',
  erase: '要删除，请先勾上“我要删除我的信息”。',
}

/** There is nothing to take back. */
export const nothingHeld = '没有等着生效的请求，不用取消。'
