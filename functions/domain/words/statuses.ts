/** The statuses of a case. Reopening is a move back to `accepted`, recorded in the history. */
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

/**
 * The phase of a case: `new`: not taken on yet; `work`: the desk works on it; `asked`: it waits for the person;
 * `outside`: it waits for another body; `done`: it ended with a result; `over`: it ended without one; `archived`:
 * nothing more is to be done.
 */
type Phase = 'new' | 'work' | 'asked' | 'outside' | 'done' | 'over' | 'archived'

/** The name on screen and the phase of each status; `desk` is its name for staff, where the other speaks to the person. */
export const statuses: Record<Status, { name: string; desk?: string; phase: Phase }> = {
  filed: { name: '已登记', phase: 'new' },
  accepted: { name: '已受理', phase: 'work' },
  mediating: { name: '调解中', phase: 'work' },
  handling: { name: '办理中', phase: 'work' },
  waiting: { name: '等您补充', desk: '等申请人补充', phase: 'asked' },
  referred: { name: '已移送', phase: 'outside' },
  settled: { name: '已达成协议', phase: 'done' },
  answered: { name: '已答复', phase: 'done' },
  failed: { name: '调解不成', phase: 'over' },
  declined: { name: '不予受理', phase: 'over' },
  withdrawn: { name: '已撤回', phase: 'over' },
  closed: { name: '已办结', phase: 'archived' },
}

/** The name of a status on the pages of the desk. */
export const deskStatus = (status: Status): string => statuses[status].desk ?? statuses[status].name

/** The statuses of some phases, in order. */
export const statusesIn = (...phases: Phase[]): Status[] =>
  statusIds.filter((id) => phases.includes(statuses[id].phase))

/** True if the case has ended and can still be delivered, closed or reopened. */
export const isResult = (status: Status): boolean => ['done', 'over'].includes(statuses[status].phase)

/** True if the case has ended, with or without a result. */
export const isEnded = (status: Status): boolean => isResult(status) || statuses[status].phase === 'archived'

/** True if the desk waits for the person or for an outside body. */
export const isBreak = (status: Status): boolean => ['asked', 'outside'].includes(statuses[status].phase)

const turns = {
  new: 'desk',
  work: 'desk',
  asked: 'you',
  outside: 'outside',
  done: null,
  over: null,
  archived: null,
} as const satisfies Record<Phase, string | null>

/** Whose turn it is: the holder's, the unit's, an outside body's; null if the case has ended. */
export const turnOf = (status: Status): (typeof turns)[Phase] => turns[statuses[status].phase]

const moods = {
  new: 'wait',
  work: 'go',
  asked: 'wait',
  outside: 'go',
  done: 'done',
  over: 'over',
  archived: 'done',
} as const satisfies Record<Phase, string>

/** The style of a status tag: waiting, in progress, done, or ended without a result. */
export const moodOf = (status: Status): (typeof moods)[Phase] => moods[statuses[status].phase]
