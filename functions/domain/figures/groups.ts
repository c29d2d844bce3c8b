import type { Measure } from './measures.ts'

/** How the measures stand on a page: groups in their order, and the columns of a table by category, track, level or place. */

export const groups = [
  { title: '收到的', measures: ['received', 'registered', 'spot', 'anonymous', 'followed'] },
  { title: '受理', measures: ['accepted', 'declined', 'refiled', 'tellKept', 'tellPassed'] },
  {
    title: '结果',
    measures: [
      ...([
        'settled',
        'answered',
        'failed',
        'withdrawn',
        'refused',
        'reopened',
        'merged',
        'disputed',
      ] as const),
      ...(['endKept', 'endPassed', 'overdue', 'persons', 'money'] as const),
    ],
  },
  { title: '移送和履行', measures: ['referred', 'referralBack', 'due', 'performed'] },
] as const satisfies readonly { title: string; measures: readonly Measure[] }[]

export const columns = [
  ...(['received', 'accepted', 'declined', 'settled', 'answered', 'failed'] as const),
  ...(['withdrawn', 'reopened', 'overdue'] as const),
] satisfies Measure[]
