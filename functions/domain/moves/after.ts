import { anytime, desk, type Move, type Moves } from './move.ts'

/** A suggestion that was answered, while its complainant wants the answer published (docs/adr/0058-published-answers.md). */
const publishing = { tracks: ['suggestion'], from: ['answered', 'closed'] } as const satisfies Partial<Move>

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
  'publication-drafted': {
    ...desk,
    ...publishing,
    name: '写要公布的短文',
    purpose: '申请人想公布建议和答复：写短，说事不说人。另一个人看过，申请人同意了，下个月公布',
    ifPublication: ['asked', 'drafted', 'offered'],
    needs: ['publicQuestion', 'publicAnswer', 'publicationChecks'],
  },
  'publication-approved': {
    by: ['desk', 'superior'],
    can: 'decides',
    ...publishing,
    name: '短文可以，给申请人看',
    purpose: '要由没有写的人看：申请人看到的、公布的，就是这些字',
    ifPublication: ['drafted'],
    needs: ['publicationChecks'],
  },
  'publication-ended': {
    by: ['desk', 'superior'],
    can: 'decides',
    ...publishing,
    name: '不公布，或者撤下来',
    purpose: '不适合公布的，公布以后不对的：写一句给申请人，马上从网上撤下',
    ifPublication: ['asked', 'drafted', 'offered', 'agreed'],
    needs: ['message'],
  },
} as const satisfies Moves
