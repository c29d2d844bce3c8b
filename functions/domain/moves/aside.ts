import { anytime, desk, inHand, type Moves } from './move.ts'

/** Moves by which a person is taken off a case: 回避 (信访工作条例 28), or a side that wants another mediator. */
export const aside = {
  recused: {
    by: ['desk', 'cohandler', 'superior'],
    can: 'handles',
    name: '我要回避',
    purpose: '这件事、这个人和我有直接利害关系：我不办，也不再看',
    from: anytime,
    takesOff: 'maker',
    ifAlone: 'above',
    needs: ['reason'],
  },
  'recusal-recorded': {
    by: ['desk'],
    can: 'decides',
    name: '记某人回避',
    purpose: '本单位的人和这件事、这个人有直接利害关系，或者当事人提出来了',
    from: anytime,
    needs: ['concerned', 'reason'],
  },
  'recusal-lifted': {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '撤销回避',
    purpose: '记错了：写清为什么。这个人又看得到、又能办',
    from: anytime,
    whileRecused: true,
    needs: ['concerned', 'reason'],
  },
  'mediator-changed': {
    ...desk,
    name: '当事人要求换调解员',
    purpose: '哪一方提出来，都换；由别人接着调解',
    tracks: ['mediation'],
    from: inHand,
    evenIfObjected: true,
    takesOff: 'assignee',
    ifAlone: 'any',
    needs: ['side'],
    may: ['reason'],
  },
} as const satisfies Moves
