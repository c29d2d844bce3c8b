import { statusesIn } from '#domain/words/statuses.ts'
import { anytime, desk, type Moves, offices } from './move.ts'

/** Moves that the ledger asks for (docs/adr/0054-sheets.md): the entry in the state's system, and reviews. */

const taken = statusesIn('work', 'asked', 'outside', 'done', 'over', 'archived')

export const ledger = {
  'petition-recorded': {
    ...desk,
    name: '登记信访编号',
    purpose: '国家信访信息系统里的编号、第几次、怎么来的（信访工作条例第二十一条）。没有填，一直在“今天”里',
    from: taken,
    tracks: ['complaint'],
    unitKinds: offices,
    needs: ['petitionNumber', 'petitionTimes', 'petitionSource'],
    may: ['people'],
  },
  reviewed: {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '复盘（以案促改）',
    purpose: '没谈成的、又来的、人多的：写明原因和要改什么，哪天前落实',
    from: taken,
    ifReviewable: true,
    needs: ['cause', 'reason', 'measure', 'measureBy'],
    hints: { reason: '这件为什么会这样：写事，不写人。只有办这件案子的人看得到。' },
  },
  'measure-done': {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '措施落实了',
    purpose: '复盘里定的，做到了哪一步、凭什么说落实了',
    from: anytime,
    ifMeasureOpen: true,
    needs: ['measureOf', 'reason'],
  },
} as const satisfies Moves
