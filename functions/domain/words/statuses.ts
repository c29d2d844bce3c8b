/** Where a case stands. Reopening is a move back to `accepted`, kept in the history. */
export const statusIds = [
  'filed',
  'accepted',
  'mediating',
  'handling',
  'waiting',
  'referred',
  'settled',
  'answered',
  'failed',
  'declined',
  'withdrawn',
  'closed',
] as const

export type Status = (typeof statusIds)[number]

/** Has the case come to an end, with a result or without? */
export const isEnded = (status: Status): boolean => ['done', 'over'].includes(statuses[status].mood)

/** Name on screen; `mood` picks the tag: waiting for somebody, moving, done, or over without a result. */
export const statuses: Record<Status, { name: string; mood: 'wait' | 'go' | 'done' | 'over' }> = {
  filed: { name: '已登记', mood: 'wait' },
  accepted: { name: '已受理', mood: 'go' },
  mediating: { name: '调解中', mood: 'go' },
  handling: { name: '办理中', mood: 'go' },
  waiting: { name: '等您补充', mood: 'wait' },
  referred: { name: '已移送', mood: 'go' },
  settled: { name: '已达成协议', mood: 'done' },
  answered: { name: '已答复', mood: 'done' },
  failed: { name: '调解不成', mood: 'over' },
  declined: { name: '不予受理', mood: 'over' },
  withdrawn: { name: '已撤回', mood: 'over' },
  closed: { name: '已办结', mood: 'done' },
}
