import { anytime, committees, desk, inHand, type Moves } from './move.ts'

/** Moves towards the other side (docs/adr/0042-the-other-party.md). */

export const otherSide = {
  invitation: {
    ...desk,
    name: '写给对方的话',
    purpose: '请对方来谈以前先写好；申请人看过、同意了，才给对方看',
    from: inHand,
    tracks: ['mediation'],
    unitKinds: committees,
    notInDanger: true,
    ifNamed: true,
    ifOthers: true,
    needs: ['whom', 'invitation'],
  },
  'invitation-approved': {
    ...desk,
    name: '申请人同意给对方的话',
    purpose: '申请人没有用查询码：您念给本人听过，一个字没有改，本人同意',
    from: inHand,
    ifDrafted: true,
    needs: ['deliveryBy', 'deliveryOn', 'reason'],
  },
  invited: {
    ...desk,
    name: '请对方来，给查询码',
    purpose: '当面交给对方，或者打电话念：先说申请人同意的话，再给查询码。丢了，再给一次就是',
    from: inHand,
    ifApproved: true,
    notInDanger: true,
    givesCode: true,
    needs: [],
  },
  agreed: {
    ...desk,
    name: '对方愿意谈',
    purpose: '对方没有用查询码，是跟您说的：写明哪天、怎么说的',
    from: inHand,
    ifInvited: true,
    notInDanger: true,
    needs: ['whom', 'deliveryBy', 'deliveryOn', 'reason'],
  },
  refused: {
    ...desk,
    name: '对方不愿意谈',
    purpose: '对方明确说了不谈：写明哪天、怎么说的。没有回音不算拒绝；对方看得到这一条，可以说没有这回事',
    from: inHand,
    ifInvited: true,
    needs: ['whom', 'deliveryBy', 'deliveryOn', 'reason'],
  },
  told: {
    ...desk,
    name: '给对方留话',
    purpose: '对方用自己的查询码看得到，申请人看不到。改期就写“改期，另行通知”，不写为什么',
    from: anytime,
    ifInvited: true,
    ifReached: true,
    answers: true,
    needs: ['whom', 'otherMessage'],
  },
} as const satisfies Moves
