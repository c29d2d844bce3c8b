import { committees, deciding, desk, ended, inHand, type Moves, office, offices, results } from './move.ts'

/** Moves that end a case or reopen it. */

/** Moves that end a case. */
export const outcomes = {
  settled: {
    ...desk,
    name: '调解成功',
    final: true,
    purpose: '双方自愿，达成了协议',
    from: inHand,
    notInDanger: true,
    ifWilling: true,
    tracks: ['mediation', 'complaint'],
    // An office settles a complaint with an agreement of its own (信访工作条例 33), never with a mediation agreement.
    kindsOnTrack: { mediation: committees, complaint: ['government-office', 'petition-office'] },
    needs: [],
    may: ['message'],
  },
  failed: {
    ...desk,
    name: '调解不成',
    purpose: '停止调解，告诉申请人还有哪些路、各有多久（人民调解法 26）',
    from: inHand,
    tracks: ['mediation', 'complaint'],
    // On the complaint track only if both sides agreed to a consumer mediation (消保法实施条例 46).
    kindsOnTrack: { mediation: deciding, complaint: ['government-office'] },
    onMatter: ['consumer-mediation'],
    needs: ['message', 'ways'],
    may: ['since', 'reason'],
  },
  answered: {
    ...desk,
    name: '答复',
    purpose: '把结果告诉申请人',
    from: inHand,
    tracks: office,
    unitKinds: deciding,
    kindsOnTrack: { complaint: offices },
    needs: ['message'],
  },
} as const satisfies Moves

/** Moves after the end of a case. */
export const closing = {
  closed: {
    ...desk,
    name: '办结',
    final: true,
    purpose: '事情了了，归档',
    from: results,
    unitKinds: deciding,
    needs: [],
    may: ['message'],
  },
  'spot-checked': {
    by: ['desk', 'superior'],
    can: 'handles',
    name: '问过双方，是这回事',
    purpose: '当场登记的，不是登记的人，分别问过双方，或者看过补签的字；双方看得到这一条，可以说没有这回事',
    from: ended,
    notInDanger: true,
    notByGiver: true,
    ifUnproven: true,
    needs: ['deliveryBy', 'deliveryOn', 'reason'],
  },
  reopened: {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '重新办理',
    purpose: '又起了争执，或者没有办对',
    from: ended,
    handlesIfUnkept: true,
    needs: ['reason'],
    may: ['message'],
  },
} as const satisfies Moves
