import type { Relation } from '#domain/desk/access.ts'
import type { Capabilities } from '#domain/staff/staff.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'

/**
 * The moves of a case: one table for buttons, checks, words and tests. What a move asks for is a list of fields
 * (`move-fields.ts`); where it leads is a unit of a certain place (`targets.ts`).
 */

/** What a move asks the member of staff for. */
export type MoveField =
  | 'message'
  | 'reason'
  | 'body'
  | 'subject'
  | 'matter'
  | 'people'
  | 'unit'
  | 'proper'
  | 'staff'
  | 'answerBy'
  | 'outside'
  | 'deliveryBy'
  | 'deliveryOn'
  | 'colour'
  | 'other'
  | 'rule'
  | 'days'
  | 'ways'
  | 'duty'
  | 'otherName'

/** Where a move hands a case, seen from the desk. */
export type Target = 'side' | 'above' | 'below' | 'sender' | 'any'

export interface Move {
  /** The button. */
  name: string
  /** One line under it: what it does. */
  purpose: string
  from: readonly Status[]
  /** Null: the status stays. `back`: where it stood before the break. */
  to: Status | 'back' | null
  by: readonly Relation[]
  /** What the person's role must allow. */
  can: keyof Pick<Capabilities, 'handles' | 'decides'>
  tracks?: readonly Track[]
  /** Kinds of the unit that makes the move; absent: all. */
  unitKinds?: readonly UnitKind[]
  /** On one track only these kinds. */
  kindsOnTrack?: Partial<Record<Track, readonly UnitKind[]>>
  /** Only a case that was sent down to this desk. */
  sentDown?: true
  /** Only cases with the danger mark. */
  danger?: true
  /** Not while somebody is in danger: nobody has to sit down with whom they fear (rules.md R49). */
  calm?: true
  needs: readonly MoveField[]
  /** Needed besides on one track. */
  onTrack?: Partial<Record<Track, readonly MoveField[]>>
  may?: readonly MoveField[]
  target?: Target
  /** On the complaint track only for this kind of matter. */
  onMatter?: Matter
  /** The case must have come to this desk from another. */
  cameFrom?: true
  /** An extension must have been asked for. */
  onRequest?: true
}

const open = ['filed', 'accepted', 'mediating', 'handling', 'waiting', 'referred'] as const
const inHand = ['accepted', 'mediating', 'handling', 'waiting'] as const
const ended = ['settled', 'failed', 'answered', 'declined', 'withdrawn'] as const
const over = [...ended, 'closed'] as const
const office = ['complaint', 'consult', 'suggestion', 'tip'] as const
/** Grids register and help; everybody else decides. */
const deciding = [
  'people-mediation-committee',
  'professional-committee',
  'government-office',
  'petition-office',
  'centre',
] as const
/** Petitions are received and answered by offices from the town up (信访工作条例 22, 23); a centre coordinates. */
const offices = ['government-office', 'petition-office', 'centre'] as const
/** Only committees make a mediation agreement (人民调解法 8, 28–34). */
const committees = ['people-mediation-committee', 'professional-committee'] as const

const desk = { by: ['desk'], can: 'handles' } as const
const shared = { by: ['desk', 'cohandler'], can: 'handles' } as const

export const moves = {
  accepted: {
    ...desk,
    name: '受理',
    purpose: '接下来办，写一句事由，开始计时',
    from: ['filed'],
    to: 'accepted',
    unitKinds: deciding,
    kindsOnTrack: { complaint: offices },
    needs: ['subject'],
    may: ['people', 'message'],
    onTrack: { complaint: ['matter'] },
  },
  declined: {
    ...desk,
    name: '不予受理',
    purpose: '说明为什么，告诉他该找谁',
    from: ['filed'],
    to: 'declined',
    unitKinds: deciding,
    needs: ['message', 'body'],
  },
  assigned: {
    by: ['desk'],
    can: 'decides',
    name: '分派',
    purpose: '交给本单位的一个人办',
    from: open,
    to: null,
    needs: ['staff'],
  },
  mediating: {
    ...desk,
    name: '开始调解',
    purpose: '双方都愿意，坐下来谈',
    from: inHand,
    to: 'mediating',
    calm: true,
    tracks: ['mediation'],
    unitKinds: committees,
    needs: [],
    may: ['message'],
  },
  handling: {
    ...desk,
    name: '开始办理',
    purpose: '着手查、着手办',
    from: inHand,
    to: 'handling',
    tracks: office,
    unitKinds: deciding,
    kindsOnTrack: { complaint: offices },
    needs: [],
    may: ['message'],
  },
  asked: {
    ...desk,
    name: '请他补充',
    purpose: '问清一件事；规定允许的，他回话以前不计时',
    from: ['accepted', 'mediating', 'handling'],
    to: 'waiting',
    needs: ['message'],
  },
  message: {
    ...desk,
    name: '给他留话',
    purpose: '他用查询码看得到',
    from: [...open, ...over],
    to: null,
    needs: ['message'],
  },
  noted: {
    by: ['desk', 'cohandler', 'superior'],
    can: 'handles',
    name: '内部记录',
    purpose: '只有办的人看得到',
    from: [...open, ...over],
    to: null,
    needs: ['reason'],
  },
  transferred: {
    ...desk,
    name: '转办',
    purpose: '转给同级该办的单位',
    from: open,
    to: null,
    needs: ['unit', 'reason'],
    may: ['message'],
    target: 'side',
  },
  escalated: {
    ...desk,
    name: '上报',
    purpose: '办不了，写清试过什么，交给上一级',
    from: open,
    to: null,
    needs: ['unit', 'reason'],
    may: ['message'],
    target: 'above',
  },
  'sent-down': {
    ...desk,
    name: '交办',
    purpose: '交给下面办，定好哪天回话',
    from: open,
    to: null,
    needs: ['unit', 'answerBy', 'reason'],
    may: ['message'],
    target: 'below',
  },
  'reported-back': {
    ...desk,
    name: '办完回话',
    purpose: '把办的结果交回给交办的单位',
    from: open,
    to: null,
    needs: ['reason'],
    target: 'sender',
    cameFrom: true,
    sentDown: true,
  },
  returned: {
    ...desk,
    name: '退回',
    purpose: '不归我们办：写明理由和该办的单位。第二次退回，由共同的上级定',
    from: open,
    to: null,
    needs: ['reason', 'proper'],
    target: 'sender',
    cameFrom: true,
  },
  'cohandler-joined': {
    ...desk,
    name: '联办',
    purpose: '请别的单位一起办，本单位牵头',
    from: open,
    to: null,
    needs: ['unit', 'reason'],
    target: 'any',
  },
  'cohandler-left': {
    ...desk,
    name: '结束联办',
    purpose: '那个单位的事办完了',
    from: [...open, ...over],
    to: null,
    needs: ['unit'],
    target: 'any',
  },
  referred: {
    ...desk,
    name: '移送',
    purpose: '交给法院、公安、仲裁、主管部门等，写明材料和回话的日子',
    from: ['accepted', 'mediating', 'handling'],
    to: 'referred',
    needs: ['outside', 'body', 'reason', 'answerBy'],
    may: ['message'],
  },
  'referral-answered': {
    ...desk,
    name: '移送有回话',
    purpose: '记下回话，接着办',
    from: ['referred'],
    to: 'back',
    needs: ['reason'],
    may: ['message'],
  },
  contacted: {
    ...shared,
    danger: true,
    name: '已经联系上',
    purpose: '只用他允许的办法。记下怎么联系的、人安不安全',
    from: [...open, ...over],
    to: null,
    needs: ['reason'],
  },
  'duty-reported': {
    ...shared,
    name: '已依法报告',
    purpose: '孩子或不能保护自己的人受伤害，向谁报告、何时报告',
    from: [...open, ...over],
    to: null,
    needs: ['duty', 'reason'],
  },
  settled: {
    ...desk,
    name: '调解成功',
    purpose: '双方自愿，达成了协议',
    from: inHand,
    to: 'settled',
    calm: true,
    tracks: ['mediation', 'complaint'],
    // An office settles a complaint by an agreement of its own (信访工作条例 33), never by a mediation agreement.
    kindsOnTrack: { mediation: committees, complaint: ['government-office', 'petition-office'] },
    needs: [],
    may: ['message'],
  },
  failed: {
    ...desk,
    name: '调解不成',
    purpose: '停止调解，告诉他还有哪些路、各有多久（人民调解法 26）',
    from: inHand,
    to: 'failed',
    tracks: ['mediation', 'complaint'],
    // On the complaint track only where both had agreed to a consumer mediation (消保法实施条例 46).
    kindsOnTrack: { mediation: deciding, complaint: ['government-office'] },
    onMatter: 'consumer-mediation',
    needs: ['message', 'ways'],
  },
  answered: {
    ...desk,
    name: '答复',
    purpose: '把结果告诉他',
    from: inHand,
    to: 'answered',
    tracks: office,
    unitKinds: deciding,
    kindsOnTrack: { complaint: offices },
    needs: ['message'],
  },
  'extension-requested': {
    ...desk,
    name: '申请延期',
    purpose: '办不完，说明理由，请负责人批准',
    from: inHand,
    to: null,
    needs: ['rule', 'days', 'reason'],
  },
  extended: {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '批准延期',
    purpose: '批准，并告诉他为什么',
    from: inHand,
    to: null,
    onRequest: true,
    needs: ['message'],
  },
  'extension-refused': {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '不准延期',
    purpose: '按原来的日子办',
    from: inHand,
    to: null,
    onRequest: true,
    needs: ['reason'],
  },
  delivered: {
    ...desk,
    name: '已经送到',
    purpose: '书面的东西哪天、怎么送到他手上的；复查的日子从这天算',
    from: over,
    to: null,
    needs: ['deliveryBy', 'deliveryOn'],
  },
  'lead-named': {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '包案',
    purpose: '定一个领导包这件事，定好日子',
    from: open,
    to: null,
    needs: ['staff', 'answerBy'],
  },
  judged: {
    by: ['desk', 'superior'],
    can: 'handles',
    name: '判定预警',
    purpose: '系统算的颜色不对，写明理由改一改',
    from: open,
    to: null,
    needs: ['colour', 'reason'],
  },
  'subject-set': {
    ...desk,
    name: '改事由、人数',
    purpose: '事由不写人名',
    from: [...open, ...over],
    to: null,
    needs: ['subject'],
    may: ['people'],
  },
  party: {
    ...desk,
    name: '登记对方姓名',
    purpose: '写全名，以后凭名字找得到这件案子',
    from: open,
    to: null,
    needs: ['otherName'],
  },
  'danger-marked': {
    by: ['desk', 'cohandler', 'superior'],
    can: 'handles',
    name: '有危险',
    purpose: '发现有人打他、威胁他，或者他不想活了：交到县里，一个工作日内联系',
    from: open,
    to: null,
    calm: true,
    needs: ['reason'],
  },
  'danger-lifted': {
    ...desk,
    danger: true,
    name: '解除危险标记',
    purpose: '县里的调解员确认人已安全，写明理由',
    from: [...open, ...over],
    to: null,
    unitKinds: ['centre', 'people-mediation-committee', 'professional-committee', 'petition-office'],
    needs: ['reason'],
  },
  linked: {
    ...desk,
    name: '并看',
    purpose: '和另一件相关的案件连起来',
    from: [...open, ...over],
    to: null,
    needs: ['other', 'reason'],
  },
  merged: {
    ...desk,
    name: '并案',
    purpose: '同一件事提了两回：这一件并到另一件里办',
    from: open,
    to: 'closed',
    calm: true,
    needs: ['other', 'message'],
  },
  closed: {
    ...desk,
    name: '办结',
    purpose: '事情了了，归档',
    from: ended,
    to: 'closed',
    unitKinds: deciding,
    needs: [],
    may: ['message'],
  },
  reopened: {
    by: ['desk', 'superior'],
    can: 'decides',
    name: '重新办理',
    purpose: '又起了争执，或者没有办对',
    from: over,
    to: 'accepted',
    needs: ['reason'],
    may: ['message'],
  },
} as const satisfies Partial<Record<EventKind, Move>>

export type MoveKind = keyof typeof moves

export const moveKinds = Object.keys(moves) as MoveKind[]

export const isMoveKind = (text: string): text is MoveKind => Object.hasOwn(moves, text)
