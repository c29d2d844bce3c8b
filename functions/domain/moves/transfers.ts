import { anytime, desk, type Moves, open, working } from './move.ts'

/** Moves that transfer a case, share it, or link it to another. */

/** Transfers to another unit or to an outside body. */
export const transfers = {
  transferred: {
    ...desk,
    name: '转办',
    purpose: '转给同级该办的单位',
    transfersTo: 'target',
    from: open,
    needs: ['unit', 'reason'],
    may: ['message'],
    target: 'side',
  },
  escalated: {
    ...desk,
    name: '上报',
    purpose: '办不了，写清试过什么，交给上一级',
    transfersTo: 'target',
    from: open,
    needs: ['unit', 'reason'],
    may: ['message'],
    target: 'above',
  },
  'sent-down': {
    ...desk,
    name: '交办',
    purpose: '交给下面办，定好哪天回话',
    transfersTo: 'target',
    from: open,
    needs: ['unit', 'answerBy', 'reason'],
    may: ['message'],
    target: 'below',
  },
  'reported-back': {
    ...desk,
    name: '办完回话',
    purpose: '把办的结果交回给交办的单位',
    transfersTo: 'target',
    from: open,
    needs: ['reason'],
    target: 'sender',
    wasTransferred: true,
    sentDown: true,
  },
  returned: {
    ...desk,
    name: '退回',
    purpose: '不归我们办：写明理由和该办的单位。第二次退回，由共同的上级定',
    transfersTo: 'objection',
    from: open,
    needs: ['reason', 'proper'],
    target: 'sender',
    wasTransferred: true,
  },
  'cohandler-joined': {
    ...desk,
    name: '联办',
    purpose: '请别的单位一起办，本单位牵头',
    from: open,
    needs: ['unit', 'reason'],
    target: 'any',
  },
  'cohandler-left': {
    ...desk,
    name: '结束联办',
    purpose: '那个单位的事办完了',
    from: anytime,
    whileShared: true,
    needs: ['unit'],
    target: 'cohandlers',
  },
  referred: {
    ...desk,
    name: '移送',
    purpose: '交给法院、公安、仲裁、主管部门等，写明材料和回话的日子',
    from: working,
    needs: ['outside', 'body', 'reason', 'answerBy'],
    may: ['message'],
  },
  'referral-answered': {
    ...desk,
    name: '移送有回话',
    purpose: '记下回话，接着办',
    from: ['referred'],
    needs: ['reason'],
    may: ['message'],
  },
} as const satisfies Moves

/** Moves that involve another case. */
export const caseLinks = {
  linked: {
    ...desk,
    name: '并看',
    purpose: '和另一件相关的案件连起来',
    from: anytime,
    needs: ['other', 'reason'],
  },
  merged: {
    ...desk,
    name: '并案',
    purpose: '同一个人把同一件事提了两回：这一件并到另一件里办',
    from: open,
    notInDanger: true,
    needs: ['other', 'message'],
  },
} as const satisfies Moves
