import { committees, deciding, desk, inHand, type Moves, office, offices, open, working } from './move.ts'

/** Moves from the arrival of a case to the work on it. */

export const intake = {
  accepted: {
    ...desk,
    name: '受理',
    purpose: '接下来办，写一句事由，开始计时',
    becomesHandler: true,
    from: ['filed'],
    unitKinds: deciding,
    kindsOnTrack: { complaint: offices },
    needs: ['subject'],
    may: ['people', 'message'],
    onTrack: { complaint: ['matter'] },
  },
  declined: {
    ...desk,
    name: '不予受理',
    final: true,
    purpose: '说明为什么，告诉他该找谁',
    from: ['filed'],
    unitKinds: deciding,
    needs: ['message', 'body'],
  },
  assigned: {
    by: ['desk'],
    can: 'decides',
    name: '分派',
    purpose: '交给本单位的一个人办',
    from: open,
    needs: ['staff'],
  },
  mediating: {
    ...desk,
    name: '开始调解',
    purpose: '双方都愿意，坐下来谈',
    from: inHand,
    notInDanger: true,
    tracks: ['mediation'],
    unitKinds: committees,
    needs: [],
    may: ['message'],
  },
  handling: {
    ...desk,
    name: '开始办理',
    purpose: '着手查、着手办',
    from: inHand,
    tracks: office,
    unitKinds: deciding,
    kindsOnTrack: { complaint: offices },
    needs: [],
    may: ['message'],
  },
  asked: {
    ...desk,
    name: '请他补充',
    purpose: '问清一件事；规定允许的，他回话以前不计时',
    from: working,
    needs: ['message'],
  },
} as const satisfies Moves
