import { anytime, desk, type Moves } from './move.ts'

/** Moves long after the end of a case (docs/adr/0048-what-comes-after.md). */

export const after = {
  revisited: {
    ...desk,
    name: '回访过了',
    purpose: '问过协议照做了没有；没有照做的，可以重新办理',
    from: ['settled', 'closed'],
    notInDanger: true,
    ifRevisitDue: true,
    needs: ['kept', 'reason'],
  },
  story: {
    by: ['superior'],
    can: 'decides',
    level: 'county',
    name: '写成故事，问双方',
    purpose: '谈成满十二个月的，把姓名地名换掉写出来；双方都用查询码同意了，才可以发',
    from: ['settled', 'closed'],
    tracks: ['mediation'],
    notInDanger: true,
    ifFitsStory: true,
    needs: ['storyTitle', 'storyText', 'storyChecks'],
  },
  'story-down': {
    by: ['desk', 'superior'],
    can: 'handles',
    level: 'county',
    name: '故事撤下了',
    purpose: '有人不同意了，故事已经从网站上撤下',
    from: anytime,
    ifStoryBack: true,
    needs: ['reason'],
  },
} as const satisfies Moves
