import { desk, ended, inHand, type Moves, open } from './move.ts'

/** Moves about days and dates: extensions, delivery, a lead's date, the warning colour. */

export const clocks = {
  'extension-requested': {
    ...desk,
    name: '申请延期',
    purpose: '办不完，说明理由，请负责人批准',
    extension: 'asks',
    from: inHand,
    needs: ['rule', 'days', 'reason'],
  },
  extended: {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '批准延期',
    purpose: '批准，并说明为什么',
    extension: 'grants',
    from: inHand,
    onRequest: true,
    needs: ['message'],
  },
  'extension-refused': {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '不准延期',
    purpose: '按原来的日子办',
    from: inHand,
    onRequest: true,
    needs: ['reason'],
  },
  delivered: {
    ...desk,
    name: '已经送到',
    purpose: '书面的东西哪天、怎么送到的；当面、邮寄签收了的，复查的三十天从那天算',
    from: ended,
    needs: ['deliveryBy', 'deliveryOn'],
  },
  'lead-named': {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '包案',
    purpose: '定一个领导包这件事，定好日子',
    from: open,
    needs: ['staff', 'answerBy'],
  },
  judged: {
    by: ['desk', 'superior'],
    can: 'handles',
    name: '判定预警',
    purpose: '系统算的颜色不对，写明理由改一改',
    from: open,
    needs: ['colour', 'reason'],
  },
} as const satisfies Moves
