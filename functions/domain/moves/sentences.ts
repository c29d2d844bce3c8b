import { spokenDay } from '#domain/basics/time.ts'
import { findRule, staffNameOf } from '#domain/clocks/rules.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import { consultationFacts } from '#domain/experts/sentences.ts'
import { type CaseEvent, complainant, isPerson } from '#domain/history/events.ts'
import { agreedIn, isLateRecord, spotDay } from '#domain/history/spot.ts'
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
import { petitionSources, petitionTimes } from '#domain/words/petitions.ts'
import { reviewCauses } from '#domain/words/review-causes.ts'
import { revisits } from '#domain/words/revisits.ts'
import { deliveries } from './fields.ts'
import { isMoveKind, type MoveKind, moves } from './table.ts'

/** What happened in a case, as staff read it; why a move failed is said in `failure-sentences.ts`. */

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
  [
    'channel',
    ({ data: { channel, imported } }) =>
      isRegistered(channel) || (channel && imported) ? channels[channel].name : '',
  ],
  ['registeredOn', ({ data }) => `旧台账上 ${data.registeredOn} 登记`],
  ['endedOn', ({ data }) => `${data.endedOn} 办结`],
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
  ['petitionNumber', ({ data }) => `信访编号 ${data.petitionNumber}`],
  ['petitionTimes', ({ data }) => (data.petitionTimes ? petitionTimes[data.petitionTimes].name : '')],
  ['petitionSource', ({ data }) => (data.petitionSource ? petitionSources[data.petitionSource].name : '')],
  ['cause', ({ data }) => (data.cause ? reviewCauses[data.cause].name : '')],
  ['measureBy', ({ data }) => `${spokenDay(data.measureBy ?? '')}前落实`],
  ['people', ({ data }) => `${data.people} 人`],
  [
    'side',
    ({ kind, data }) =>
      kind === 'mediator-changed' ? `${data.side === 'other' ? '对方' : '申请人'}提出来的` : '',
  ],
  ['session', sessionFacts],
  ['consultation', consultationFacts],
  ['urges', ({ data }) => urgedWords((data.urges ?? []).map(clockName).filter(Boolean))],
  [
    'above',
    ({ data }) => (data.supervision ? `回${placeOf(data.above)}` : `也请${placeOf(data.above)}看一看`),
  ],
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
  const how = { oral: '口头', signed: '书面，双方签了字', unsigned: '书面，还没有签字' }
  return `${spokenDay(spotDay(event))}当场谈成，${how[agreedIn(event.data)]}${isLateRecord(event) ? '（补录）' : ''}`
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
  'code-reissued': ({ data }) =>
    `补了${(data.party ?? 1) === 1 ? '' : '另一位的'}查询码${data.paper ? `，看过${papers[data.paper].name}` : ''}`,
  'answer-opened': () => '申请人用查询码看到了答复',
  'party-corrected': ({ actor }) => (isPerson(actor) ? '当事人改了收不收短信' : '更正了当事人的信息'),
  erased: () => '按本人的要求删除了个人信息',
  'mediator-asked': (event) => `${theirs(event)}想换一位调解员`,
  'invitation-declined': () => '申请人不同意那样写',
  'refusal-disputed': () => '对方说没有拒绝过',
  'story-agreed': () => '同意写成故事',
  'story-refused': () => '不同意写成故事',
  'publication-asked': () => '申请人想公布建议和答复',
  'publication-agreed': () => '申请人同意公布',
  'publication-refused': () => '申请人说不公布',
  'agreement-read': ({ actor }) => `${actor === complainant ? '申请人' : '对方'}看过了协议草稿`,
  'item-due': () => '提醒了该做的人',
  'spot-disputed': ({ actor }) => `${actor === complainant ? '申请人' : '对方'}说没有这回事`,
  imported: () => '照旧台账收下',
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
