import { spokenDay } from '#domain/basics/time.ts'
import { findRule, staffNameOf } from '#domain/clocks/rules.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import { type CaseEvent, complainant, isPerson } from '#domain/history/events.ts'
import { isLateRecord, spotDay } from '#domain/history/spot.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { sessionFacts } from '#domain/sessions/sentences.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { channels, isRegistered } from '#domain/words/channels.ts'
import type { EventKind } from '#domain/words/events.ts'
import { gotFroms } from '#domain/words/got-from.ts'
import { letterWays } from '#domain/words/letter-ways.ts'
import { matters } from '#domain/words/matters.ts'
import { outsides } from '#domain/words/outside-bodies.ts'
import { papers } from '#domain/words/papers.ts'
import { authorities, heards, partyRoles } from '#domain/words/party-roles.ts'
import { revisits } from '#domain/words/revisits.ts'
import type { MoveFailure } from './failures.ts'
import { deliveries, moveField } from './fields.ts'
import type { MoveFieldFault } from './read-move.ts'
import { isMoveKind, type MoveKind, moves } from './table.ts'

/** Sentences of the desk: faults, and what happened as staff read it. */

/** What staff can do, and tell the person, where no unit above takes the case. */
export const nobodyAboveHint = `要往上报，受理以后用“${moves.referred.name}”交给${outsides['petition-above'].name}；当事人自己也可以去找，或者打 12345。`

/** Who lifts a recusal that was a mistake: a lead of the desk or above it (docs/adr/0032-recusal.md). */
export const liftHint =
  '记错了，请负责人撤销：本单位的；本单位没有负责人，就请上一级的；都没有，请管账号的人先定一位。'

const wrong: Record<MoveFieldFault['code'], string> = {
  required: '这一项请填一下。',
  unknown: '请在列出的里面选一个。',
  type: '没有这一天，或者看不懂。写成 2026-12-3 或者 12 月 3 日都行。',
  tooLong: '写得太长了，请删短一些。',
  number: '请写一个数字，太大太小都不行。',
  past: '这个日子已经过去了。',
  future: '这个日子还没有到。',
  time: '看不懂是哪天几点。像 12 月 3 日 9:30 这样写。',
  part: '请写清是上午还是下午。',
  either: '选了“这些都不合适”，就不要再选别的。',
}

/** Error text for a field of a move, with its label. */
export const moveFieldMessage = ({ field, code }: MoveFieldFault): string =>
  `${moveField(field).label}：${wrong[code]}`

/** Error texts for a failed move. */
export const failureMessages: Record<MoveFailure, string> = {
  unknown: '没有这件案件。',
  stale: '您看着的时候，别人动过这件案件。先看看变了什么，再决定交不交；您写的都还在。',
  status: '案件现在的状态，做不了这一步。',
  track: '这个渠道的案件没有这一步。',
  relation: '案件不在您这里，做不了这一步。',
  role: '这一步要负责人来做。',
  unitKind: '您的单位做不了这一步。调解协议只有调解委员会能做。',
  danger: '只有带危险标记的案件才有这一步。',
  level: '要由县里的调解员来做。',
  inDanger: '有危险的案件，县里的调解员解除标记以前，不能约双方谈。',
  sender: '案件不是别的单位转来的，退不回去；要转，请用“转办”。',
  request: '没有等着批准的延期。',
  shared: '没有一起办的单位。',
  lateReturn: '收到超过五个工作日，不能再退（信访工作条例第二十三条）。',
  notSentDown: '这件不是上级交办的，没有回话这一步。',
  decides: '两个单位争过，由您这里定：请转办、交办，或者自己办。',
  noExtension: '没有可以延期的期限。',
  lateExtension: '期限已经过了，不能再延。',
  noTarget: `没有可以交的单位。${nobodyAboveHint}`,
  objected: '当事人要求换调解员，这件不能再由您办；请分派给别人，或者交出去。',
  noHandler: '这件还没有人承办，不用换。',
  noRecusal: '这件没有人回避，不用撤销。',
  answered: '没有等着回的来话。',
  gaveCode: '查询码是您给申请人的，这一步请同事来做：由另一个人单独问本人。',
  notHeld: '没有等着单独问的撤回或者删除。',
  noCall: '没有等着回的电话。',
  anonymous: '申请人没有留姓名，不能请对方来。',
  noOthers: '还没有登记对方。',
  notInvited: '还没有请对方来。',
  noDraft: '没有等申请人看的话。',
  notApproved: '给对方的话，申请人还没有同意。',
  refused: '对方明确说了不谈，不能再约双方谈。',
  notAgreed: '还没有说定的协议。',
  drafted: '写了协议草稿：请到“协议书”那一页，按书面或者口头办。',
  unreached: '还没有安全地联系上当事人：对方看得到的，先不要做。',
  noRevisit: '现在没有到期的回访。',
  noStory:
    '这件不能写成故事：要谈成、结束满十二个月，没有到过县里、没有过危险、说的不是经手的人，双方都能用查询码答。',
  noStoryBack: '没有要撤下的故事。',
  nobodyJoined: '没有要另外给查询码的人。对方要先写好给对方的话，申请人同意了再请。',
  noStandIn: '没有代表、代理人、监护人，不用换。',
  tooManyRepresentatives: '一方的代表最多 5 人（信访工作条例第二十条）。要换人，先记“换了人，不再代表”。',
  otherSidesPerson: '只能替自己这一方的人。请看看“哪一方的人”“替谁”选对没有。',
  bothSides:
    '对面那一方已经有这个人：同一个人不能替两边说话，也不能替跟自己有争议的人签字。真是同名的两个人，把两个人的电话都写上。',
  tooManyDays: '超过了规定能延的天数。',
  otherEnded: '另一件已经办结，并不进去。',
  otherPerson: '两件不是同一个人提的（电话、姓名都对不上），不能并案。请用“并看”连起来，各办各的。',
  tooEarly: '送到的日子，不能早于出结果的那天。',
  ownRequest: '自己申请的延期，自己不能批。',
  otherUnknown: '没有找到另一件案件，请核对编号。',
  proven: '这一件不用核实：不是当场登记的，已经核实过，或者有人说没有这回事。',
  noSession: '现在没有能做这一步的会。',
  pastTime: '这个时间已经过去了，请另写一个。',
  sameTime: '两个时间写成一样的了。',
  otherSession: '选的人、选的时间，不在这一场里。',
  manySessions: '还有三场没有开，先开了、改了再约。',
  staffBooked: '主持的人那个时间有别的会，请换个时间，或者换个人主持。',
  roomBooked: '那间屋子那个时间有别的会，请换个时间，或者换一间。',
  otherHidden: '看得到这件的人里，有的不能知道另一件。请到另一件里去做这一步。',
}

const placeOf = (id: string | undefined): string => (id ? unit(id).name : '')

/** The name of a clock for staff; empty if the county has removed its rule. */
const clockName = (id: string): string => {
  const rule = findRule(id)
  return rule ? staffNameOf(rule) : ''
}

/** Which clocks somebody urged, in quotes: they are what is to be done, and not what was done. */
const urgedWords = (names: string[]): string =>
  names.length > 0 ? `催的是${names.map((name) => `“${name}”`).join('、')}` : ''

const details: [keyof CaseEvent['data'], (event: CaseEvent) => string][] = [
  ['channel', ({ data }) => (isRegistered(data.channel) ? channels[data.channel].name : '')],
  ['from', ({ data, unit: to }) => `从${placeOf(data.from)}到${placeOf(to)}`],
  ['proper', ({ data }) => `认为该由${placeOf(data.proper)}办`],
  ['bySecondReturn', () => '第二次退回，由共同的上级定'],
  ['with', ({ data }) => placeOf(data.with)],
  ['reached', ({ data }) => (data.reached === 'yes' ? '打通了' : '没有打通')],
  ['kept', ({ data }) => (data.kept ? revisits[data.kept].name : '')],
  ['outside', ({ data }) => (data.outside ? outsides[data.outside].name : '')],
  ['codeSeen', () => '用的是工作人员看过的查询码'],
  ['since', ({ data }) => `从${spokenDay(data.since ?? '')}算`],
  ['answerBy', ({ data }) => `${spokenDay(data.answerBy ?? '')}前回话`],
  ['matter', ({ data }) => (data.matter ? matters[data.matter].name : '')],
  ['gotFrom', ({ data }) => (data.gotFrom ? gotFroms[data.gotFrom].name : '')],
  [
    'letter',
    ({ data }) => (data.letter ? `凭信上的号码，${letterWays[data.letter].asked}，是不是本人还没有核对` : ''),
  ],
  ['authority', ({ data }) => (data.authority ? authorities[data.authority].name : '')],
  ['heard', ({ data }) => (data.heard ? `本人的意思${heards[data.heard].name}` : '')],
  ['people', ({ data }) => `${data.people} 人`],
  [
    'side',
    ({ kind, data }) =>
      kind === 'mediator-changed' ? `${data.side === 'other' ? '对方' : '申请人'}提出来的` : '',
  ],
  ['session', sessionFacts],
  ['urges', ({ data }) => urgedWords((data.urges ?? []).map(clockName).filter(Boolean))],
  ['above', ({ data }) => `也请${placeOf(data.above)}看一看`],
  ['other', ({ data }) => `和 ${data.other}`],
  ['asks', ({ data }) => `申请延 ${data.asks?.days} 天`],
  ['extends', ({ data }) => `延 ${data.extends?.days} 天`],
  ['agreement', ({ data }) => `第 ${data.agreement?.version} 版`],
  ['version', ({ data }) => `第 ${data.version} 版`],
  ['form', ({ data }) => (data.form ? `${agreementForms[data.form]}协议` : '')],
  ['effectiveOn', ({ data }) => `${spokenDay(data.effectiveOn ?? '')}起生效`],
  ['item', ({ data }) => `第 ${data.item} 条`],
  ['confirmedOn', ({ data }) => spokenDay(data.confirmedOn ?? '')],
  [
    'delivery',
    ({ data }) => (data.delivery ? `${spokenDay(data.delivery.on)}，${deliveries[data.delivery.by]}` : ''),
  ],
  ['spot', (event) => (event.kind === 'settled' ? spotWords(event) : '当场登记')],
]

/** How it was settled on the spot, and on which day. */
const spotWords = (event: CaseEvent): string => {
  const { form, signedBoth } = event.data
  const how = form === 'oral' ? '口头' : signedBoth ? '书面，双方签了字' : '书面，还没有签字'
  return `${spokenDay(spotDay(event))}当场谈成，${how}${isLateRecord(event) ? '（补录）' : ''}`
}

/** What kind of file an event gives; Latin letters stand apart from the characters before them. */
const fileWords = ({ file }: CaseEvent['data']): string =>
  (file ? fileKinds[file.kind].name : '文件').replace(/^(?=[A-Z])/, ' ')

/** Who did it, for a sentence: whoever is not the complainant is named beside it, on whichever side they are. */
const theirs = ({ actor }: CaseEvent): string => (isPerson(actor) && actor !== complainant ? '' : '申请人')

/** Descriptions of events that are not moves of staff. */
const notMoves: Record<Exclude<EventKind, MoveKind>, (event: CaseEvent) => string> = {
  filed: () => '登记',
  replied: (event) => `${theirs(event)}回话了`,
  wrote: (event) => `${theirs(event)}来话了`,
  'file-added': ({ data }) => `交来一份${fileWords(data)}`,
  'file-recorded': ({ data }) => `放进一份${fileWords(data)}`,
  'file-fact': () => '写明一份材料证明什么',
  'withdrawal-asked': (event) => `${theirs(event)}要撤回`,
  'erasure-asked': (event) => `${theirs(event)}要删除本人的信息`,
  objected: (event) => `${theirs(event)}对结果不满意`,
  'request-cancelled': (event) => `${theirs(event)}改了主意，不算了`,
  urged: (event) => `${theirs(event)}催了`,
  withdrawn: () => '申请人撤回了',
  'code-replaced': (event) => `${theirs(event)}换了查询码`,
  'code-reissued': ({ data }) => `补了查询码${data.paper ? `，看过${papers[data.paper].name}` : ''}`,
  'answer-opened': () => '申请人用查询码看到了答复',
  'party-corrected': ({ actor }) => (isPerson(actor) ? '当事人改了收不收短信' : '更正了当事人的信息'),
  erased: () => '按本人的要求删除了个人信息',
  'mediator-asked': (event) => `${theirs(event)}想换一位调解员`,
  'invitation-declined': () => '申请人不同意那样写',
  'refusal-disputed': () => '对方说没有拒绝过',
  'story-agreed': () => '同意写成故事',
  'story-refused': () => '不同意写成故事',
  'agreement-read': ({ actor }) => `${actor === complainant ? '申请人' : '对方'}看过了协议草稿`,
  'item-due': () => '提醒了该做的人',
  'spot-disputed': ({ actor }) => `${actor === complainant ? '申请人' : '对方'}说没有这回事`,
  'area-merged': (event) => `区划合并到${areaName(unit(event.unit).area)}`,
}

/** Who was registered: the side, and what they are if they are no principal. */
const joined = ({ party, side, role = 'principal' }: CaseEvent['data']): string => {
  if (party === 1) return '留下联系办法'
  const as = role === 'principal' ? '' : `的${partyRoles[role].name}`
  return `登记了${side === 'other' ? '对方' : '申请人一方'}${as}`
}

const nameOf = (event: CaseEvent): string => {
  const { kind, data } = event
  if (kind === 'linked' && data.merges) return '并案，另一件并了进来'
  if (kind === 'party') return joined(data)
  if ((kind === 'agreed' || kind === 'refused') && (data.side || data.role))
    return `${data.side ? '申请人一方' : '对方'}${data.role ? `（${partyRoles[data.role].name}）` : ''}${kind === 'agreed' ? '愿意谈' : '不愿意谈'}`
  return isMoveKind(kind) ? moves[kind].name : (notMoves[kind]?.(event) ?? kind)
}

/** True if the person an event names is the one who made it. */
const isOwn = (kind: EventKind): boolean => kind === 'accepted' || kind === 'recused'

/** The person an event names, who was given the case or taken off it; empty for events that name nobody else. */
const givenTo = ({ kind, data }: CaseEvent, names?: ReadonlyMap<string, string>): string =>
  isOwn(kind) || !data.staff ? '' : (names?.get(data.staff) ?? '')

/**
 * The description of an event for staff: the move and its plain facts.
 * @param names names of members of staff by id; without them nobody is named
 */
export const staffWords = (event: CaseEvent, names?: ReadonlyMap<string, string>): string => {
  const facts = details.flatMap(([key, say]) => (event.data[key] === undefined ? [] : say(event)))
  return [nameOf(event), givenTo(event, names), ...facts].filter(Boolean).join('，')
}
