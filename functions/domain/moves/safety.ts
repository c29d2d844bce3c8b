import { anytime, desk, type Moves, open, shared } from './move.ts'

/** Moves for cases with the danger mark (rules.md R49). */

/** Actions for the person in danger. */
export const safety = {
  contacted: {
    ...shared,
    danger: true,
    name: '已经联系上',
    evenIfObjected: true,
    purpose: '只用本人允许的办法。记下怎么联系的、人安不安全',
    from: anytime,
    needs: ['reason'],
  },
  'duty-reported': {
    ...shared,
    name: '已依法报告',
    evenIfObjected: true,
    purpose: '孩子或不能保护自己的人受伤害，向谁报告、何时报告',
    from: anytime,
    needs: ['duty', 'reason'],
  },
} as const satisfies Moves

/** Setting and lifting the danger mark. */
export const danger = {
  'danger-marked': {
    by: ['desk', 'cohandler', 'superior'],
    can: 'handles',
    name: '有危险',
    evenIfObjected: true,
    purpose: '发现有人挨打、受威胁，或者不想活了：交到县里，几小时内就要联系',
    transfersTo: 'county',
    from: open,
    notInDanger: true,
    needs: ['reason'],
  },
  'danger-lifted': {
    ...desk,
    danger: true,
    name: '解除危险标记',
    purpose: '县里的调解员确认人已安全，写明理由',
    // Only the county may lift the danger mark.
    level: 'county',
    from: anytime,
    unitKinds: ['centre', 'people-mediation-committee', 'professional-committee', 'petition-office'],
    needs: ['reason'],
  },
} as const satisfies Moves
