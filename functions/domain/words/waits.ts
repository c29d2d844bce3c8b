/** The tasks that can wait at a desk. */
export const waitIds = [
  'contact',
  'new',
  'vacant',
  'back',
  'reported',
  'came',
  'replied',
  'held',
  'objected',
  'disputed',
  'missed',
  'denied',
  'urged',
  'refused',
  'willing',
  'approved',
  'chosen',
  'wrote',
  'otherWrote',
  'withdrawing',
  'approve',
  'revisit',
  'petitionNumber',
  'storyBack',
  'answeredUs',
  'publishing',
  'publishCheck',
] as const

/** Those that can wait at a desk itself; the others wait at the unit above it. */
export const deskWaitIds: readonly Waits[] = waitIds.filter(
  (id) => id !== 'objected' && id !== 'disputed' && id !== 'storyBack' && id !== 'answeredUs',
)

/** Those that wait after the end of a case too. */
export const waitsAfterEnd: readonly string[] = [
  'wrote',
  'otherWrote',
  'held',
  'objected',
  'disputed',
  'revisit',
  'petitionNumber',
  'storyBack',
  'missed',
  'denied',
  'answeredUs',
  'publishing',
  'publishCheck',
]

/** Those in which somebody of the case waits for a word of the desk. */
export const personWaits: readonly Waits[] = [
  'replied',
  'held',
  'objected',
  'disputed',
  'missed',
  'denied',
  'urged',
  'wrote',
  'otherWrote',
  'storyBack',
  'publishing',
]

export type Waits = (typeof waitIds)[number]

export const waits: Record<Waits, { name: string; group?: string }> = {
  contact: { name: '马上联系' },
  new: { name: '待受理' },
  vacant: { name: '等人接手' },
  back: { name: '退回来的' },
  reported: { name: '下级回话了' },
  came: { name: '刚转来' },
  replied: { name: '申请人回话了' },
  held: { name: '单独问一问' },
  objected: { name: '申请人不满意' },
  disputed: { name: '对方说没有拒绝' },
  missed: { name: '说好的没做到' },
  denied: { name: '当事人说没这回事' },
  urged: { name: '申请人催了' },
  refused: { name: '对方不愿意谈' },
  willing: { name: '对方愿意谈了' },
  approved: { name: '可以请对方了' },
  chosen: { name: '答了时间' },
  wrote: { name: '申请人来话了' },
  otherWrote: { name: '对方来话了' },
  withdrawing: { name: '申请人要撤回', group: '申请人要撤回（不用做什么）' },
  approve: { name: '等批准延期' },
  revisit: { name: '该回访了' },
  petitionNumber: { name: '等信访编号' },
  storyBack: { name: '故事要撤下' },
  answeredUs: { name: '督办有回话' },
  publishing: { name: '申请人想公布' },
  publishCheck: { name: '要公布的短文，等另一个人看' },
}
