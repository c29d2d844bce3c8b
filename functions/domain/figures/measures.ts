import { performedAfter, refiledDays, signBounds } from './figure-bounds.ts'

/**
 * The measures of the figures (docs/how/figures.md): what each counts is said here once, printed beside it, and made by
 * `caseDay`. Ids are stored; they are only added to.
 */

interface MeasureRow {
  name: string
  /** The sentence that is printed beside the figure. */
  definition: string
  /** What is counted: cases if absent; `days`: a distribution, whose value is a number of days. */
  in?: '人' | '元' | '条' | 'days'
  /** Not a sum of the history: first seen when the day was closed, and kept as it was seen. */
  seenOnce?: true
}

const { recentDays, earlierDays, fewest, times, fewestAfter, timesAfter } = signBounds

export const measureTable = {
  received: { name: '收到', definition: '当天登记进来的，网上交的、工作人员代录的和当场登记的都算。' },
  registered: {
    name: '其中代录',
    definition: '来人、来电或者走访时，由工作人员登记的；当场登记的不在里面。',
  },
  spot: { name: '其中当场登记', definition: '已经说好了才登记的，不管核实没有。' },
  anonymous: { name: '其中没留姓名', definition: '登记时选了不留姓名的。' },
  followed: {
    name: '凭码回来看过',
    definition: '申请人的查询码当天第一次用上；别的当事人的码不算。',
    seenOnce: true,
  },
  accepted: { name: '受理', definition: '当天受理的。' },
  declined: { name: '不予受理', definition: '当天告知不予受理的。' },
  refiled: {
    name: '不受理后又交来',
    definition: `同一个单位不予受理以后 ${refiledDays} 天里，同一个电话又交到这个单位的。`,
    seenOnce: true,
  },
  tellKept: {
    name: '按时告知受理与否',
    definition: '在告知的期限里受理或者不予受理的。申请人撤回、并案的不算告知。',
  },
  tellPassed: { name: '没按时告知', definition: '告知的期限过了还没有告知；过了才告知的，也只算在这里。' },
  settled: {
    name: '达成协议',
    definition: '调解成功的。当场登记的，到双方签了字、都用自己的码看过，或者另有工作人员问过双方那天才算。',
  },
  answered: { name: '答复', definition: '当天作出答复的。' },
  failed: { name: '调解不成', definition: '当天调解不成的。' },
  withdrawn: { name: '撤回', definition: '申请人撤回的。' },
  refused: { name: '对方不愿谈', definition: '对方说不愿意谈，一件里几个人说算一件。' },
  reopened: { name: '重新办理', definition: '已经有了结果又重新办的。' },
  merged: { name: '并案', definition: '并到另一件里办的。' },
  disputed: {
    name: '当事人说没这回事',
    definition: '当场登记的，当事人说没有这回事，一件里几个人说算一件。',
  },
  referred: { name: '移送出去', definition: '移送法院、公安等外面单位的。' },
  referralBack: { name: '移送有回执', definition: '移送以后收到外面单位回执的，按收到那天算。' },
  overdue: {
    name: '过期',
    definition: '告知、办结或者最长三个月的期限当天走过、还没有办的；一件当天只算一次。暂停的日子不走。',
  },
  endKept: { name: '按时办结', definition: '在办结的期限里有了结果的。' },
  endPassed: { name: '没按时办结', definition: '办结的期限过了还没有结果；过了才办结的，也只算在这里。' },
  persons: {
    name: '涉及人数',
    definition:
      '当天有结果（达成协议、答复、调解不成）的案件涉及的人：工作人员数的；没有数的，按登记的当事人。',
    in: '人',
  },
  money: { name: '涉及金额', definition: '当天达成的协议书里写明的钱数加起来。', in: '元' },
  firstAnswer: {
    name: '多少天第一次回话',
    definition: '从登记到工作人员第一次写话给申请人或者打通电话，连同暂停的日子。当场登记的不算。',
    in: 'days',
  },
  endDays: {
    name: '多少天有结果',
    definition:
      '从登记到达成协议、答复或者调解不成，连同暂停的日子；重新办过的，从最早登记那天算起。当场登记的不算。',
    in: 'days',
  },
  due: { name: '到期该履行', definition: `协议书里写了日子的一条，到期满 ${performedAfter} 天。`, in: '条' },
  performed: {
    name: '其中履行了',
    definition: `到期满 ${performedAfter} 天时，该得的一方认了的。`,
    in: '条',
  },
  late: {
    name: '补登',
    definition: '登记在当天、说的是更早哪天的事：数在登记那天，也写在它说的那一期旁边。',
  },
  sign: {
    name: '苗头',
    definition: `一个单位一类事，${recentDays} 天里收到 ${fewest} 件以上，又超过之前 ${earlierDays / 7} 周平均数的 ${times} 倍。`,
  },
  signFaded: {
    name: '苗头落空',
    definition: `报了苗头，此后 ${recentDays} 天不满 ${fewestAfter} 件，或者没有超过之前 ${earlierDays / 7} 周平均数的 ${timesAfter} 倍。`,
  },
  signHeld: {
    name: '苗头是真的',
    definition: `报了苗头，此后 ${recentDays} 天 ${fewestAfter} 件以上，还是超过之前 ${earlierDays / 7} 周平均数的 ${timesAfter} 倍。`,
  },
} as const satisfies Record<string, MeasureRow>

export type Measure = keyof typeof measureTable

export const measureIds = Object.keys(measureTable) as Measure[]

/** The row of a measure. */
export const measure = (id: Measure): MeasureRow => measureTable[id]

/** True if the measure is made of the histories alone, so that it can be rebuilt at any time. */
export const isRebuilt = (id: Measure): boolean => !measure(id).seenOnce

/** What a figure is broken down by, beside unit and person concerned. */
export type Dim = 'all' | 'category' | 'track'

/** Something that counts on a day, at a unit. */
export interface Increment {
  unit: string
  measure: Measure
  /** A number of days of a distribution; of `late` the day it is about, in digits; otherwise 0. */
  value: number
  n: number
  /** Of `late`: the measure that was entered later. */
  key?: Measure
}
