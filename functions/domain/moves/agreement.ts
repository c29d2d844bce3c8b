import { committees, desk, inHand, type Moves } from './move.ts'

/** Moves of the agreement (docs/adr/0044-the-agreement.md). Its text has a form of its own: functions/desk/agreement. */

const performed = { ...desk, from: ['settled', 'closed'], ifAgreed: true } as const

export const agreement = {
  agreement: {
    ...desk,
    name: '写协议书',
    purpose: '写好草稿，双方用各自的查询码看同一份；当面签，或者口头说定',
    from: inHand,
    tracks: ['mediation'],
    unitKinds: committees,
    notInDanger: true,
    ifNamed: true,
    ifOthers: true,
    ifWilling: true,
    needs: [],
  },
  'item-done': {
    ...performed,
    name: '做到了一条',
    purpose: '该做的一方做到了，本人没有用查询码说',
    needs: ['term'],
  },
  'item-received': {
    ...performed,
    name: '对方认了一条',
    purpose: '另一方认了这一条做到了，本人没有用查询码说',
    needs: ['term'],
  },
  'item-missed': {
    ...performed,
    name: '有一条没做到',
    purpose: '过了说好的那天还没有做，本人没有用查询码说',
    needs: ['term'],
  },
  'court-confirmed': {
    ...performed,
    name: '法院确认了协议',
    purpose: '双方拿来了法院的裁定书（人民调解法 33）',
    needs: ['confirmedOn'],
  },
} as const satisfies Moves
