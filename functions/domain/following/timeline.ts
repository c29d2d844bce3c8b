import { ownConsultationWords } from '#domain/experts/sentences.ts'
import { type CaseEvent, complainant, isPerson, personOf, type Side } from '#domain/history/events.ts'
import { decidesToTalk } from '#domain/history/roles.ts'
import { area, unit } from '#domain/places/areas.ts'
import { ownSessionWords, silentSessionWords } from '#domain/sessions/sentences.ts'
import { isRegistered } from '#domain/words/channels.ts'
import { type EventKind, eventRow, type eventTable } from '#domain/words/events.ts'
import { rank } from '#domain/words/levels.ts'
import { outsides } from '#domain/words/outside-bodies.ts'

/**
 * What an event means to the resident; null if the page shows it elsewhere, if it does not concern them, or
 * if it is shown as another kind (`shownAs`), because it could reveal that somebody is in danger (rules.md R49).
 */
const words: Record<EventKind, ((here: string, event: CaseEvent) => string) | null> = {
  filed: (here, { data }) =>
    isRegistered(data.channel) ? `${here}替您记了下来。` : `您把事情交上来了，登记在${here}。`,
  party: null,
  message: null,
  accepted: (here) => `${here}受理了您的事，正式开始办。`,
  declined: (here) => `${here}不予受理，理由见给您的话。`,
  mediating: (here) => `${here}开始调解。`,
  handling: (here) => `${here}开始办理。`,
  settled: (here) => `在${here}谈成了，达成了协议。`,
  failed: () => '没有谈成，调解结束。申请仲裁、找主管部门、去法院起诉，这些路都还在。',
  answered: (here) => `${here}答复了您。`,
  withdrawn: () => '您撤回了这件事。',
  closed: () => '这件事办结了。',
  assigned: null,
  transferred: (here) => `转给了${here}，由它接着办。期限照样在走。`,
  escalated: (here) => `交给了上一级：${here}。期限照样在走。`,
  'sent-down': (here) => `交给${here}去办。`,
  returned: (here, { data }) =>
    data.bySecondReturn ? `由${here}来定该谁办。期限照样在走。` : `退回到${here}。期限照样在走。`,
  'reported-back': (here) => `办的情况交回${here}。`,
  'cohandler-joined': (_, { data }) => `${nameOf(data.with)}一起来办。`,
  'cohandler-left': (_, { data }) => `${nameOf(data.with)}那一份办完了。`,
  referred: (here, { data }) => `${here}移送给${data.outside ? outsides[data.outside].name : '有关单位'}。`,
  'referral-answered': (here) => `移送的单位回了话，${here}接着办。`,
  asked: (here) => `${here}有一件事要问您，请看给您的话。`,
  replied: () => '您回了话。',
  noted: null,
  supervised: null,
  'supervision-answered': null,
  contacted: null,
  'duty-reported': null,
  'extension-requested': null,
  extended: (_, { data }) => `经批准，延长 ${data.extends?.days ?? 0} 天，理由见给您的话。`,
  'extension-refused': null,
  delivered: () => '书面的答复送到了您手上。',
  'lead-named': () => '定了一位负责人专门盯着这件事。',
  judged: null,
  'petition-recorded': null,
  reviewed: null,
  'measure-done': null,
  'danger-marked': null,
  'danger-lifted': null,
  reopened: (here) => `${here}重新办理。`,
  linked: null,
  merged: (_, { data }) => `和您提的另一件（${data.other}）并在一起办，这一件就到这里。`,
  'subject-set': null,
  'code-replaced': () => '您换了查询码。不是您换的，请打县里的电话。',
  'code-reissued': () => '窗口看了您的证件，给您补了查询码，旧的作废。不是您去补的，请打县里的电话。',
  'area-merged': (here) => `村镇合并，由${here}接着办。`,
  'party-corrected': null,
  erased: null,
  recused: null,
  'recusal-recorded': null,
  'recusal-lifted': null,
  'mediator-changed': (here, { data }) =>
    data.from ? `换一位调解员，由${here}接着办。期限照样在走。` : '换一位调解员接着办。期限照样在走。',
  wrote: null,
  'set-aside': null,
  'file-added': null,
  'file-recorded': null,
  'file-fact': null,
  'withdrawal-asked': () => '您要撤回这件事。生效以前可以改主意。',
  'erasure-asked': () => '您要删除您的信息。生效以前可以改主意。',
  objected: (_, { data }) => `您对结果不满意，请${nameOf(data.above)}看一看。`,
  'request-cancelled': () => '您改了主意，刚才的请求不算了。',
  'request-confirmed': null,
  'request-set-aside': null,
  'answer-opened': () => '您看到了答复。',
  called: (here, { data }) => `${here}给您打过电话${data.reached === 'yes' ? '' : '，没有打通'}。`,
  invitation: (here) => `${here}写好了要给对方看的话，请您先看。`,
  'invitation-approved': (here, { actor }) =>
    isPerson(actor) ? '您同意了给对方的话。' : `${here}记下：您同意了给对方的话。`,
  'invitation-declined': () => '您不同意那样写。',
  invited: (here) => `${here}请了对方来谈。`,
  agreed: (_, event) => (isTheirs(event) ? '对方愿意谈。' : ''),
  refused: (_, event) => (isTheirs(event) ? '对方不愿意谈。' : ''),
  'refusal-disputed': (_, event) => (isTheirs(event) ? '对方说没有拒绝过。' : ''),
  told: null,
  story: (_, event) => (isOfComplainant(event) ? '县里想把这件事写成故事，请您看写的是什么。' : ''),
  'story-agreed': (_, event) => (isOfComplainant(event) ? '您同意写成故事。' : ''),
  'story-refused': (_, event) => (isOfComplainant(event) ? '您不同意写成故事。' : ''),
  'story-down': null,
  revisited: (here, { data }) =>
    `${here}回访${data.kept === 'unreached' ? '，没有联系上' : '过协议照做了没有'}。`,
  agreement: (here, { data }) => `${here}写好了协议草稿${versionOf(data)}，请您看一看。`,
  'agreement-read': (_, event) =>
    `${personOf(event) === complainant ? '您' : isOfTwo(event) ? '对方' : '有人'}看过了协议草稿。`,
  'item-done': (_, { data }) => `协议第 ${data.item} 条，做的人说做到了。`,
  'item-received': (_, { data }) => `协议第 ${data.item} 条，两边都认，做到了。`,
  'item-missed': (here, { data }) => `协议第 ${data.item} 条，有人说没有做到，${here}来问。`,
  'court-confirmed': () => '法院确认了协议，谁不做，可以申请强制执行。',
  'item-due': (_, { data }) => `协议第 ${data.item} 条，快到说好的日子了。`,
  'spot-disputed': () => '您说没有这回事。',
  'spot-checked': (here) => `${here}记下：问过双方，是这回事。`,
  ...ownSessionWords,
  ...silentSessionWords,
  'code-given': null,
  imported: null,
  'publication-asked': () => '您请县里公布建议和答复。',
  'publication-drafted': null,
  'publication-approved': (here) => `${here}写好了要公布的短文，请您看。`,
  'publication-agreed': () => '您同意公布。',
  'publication-refused': () => '您说不公布。',
  'publication-ended': null,
  'stood-down': null,
  'mediator-asked': () => '您想换一位调解员。',
  'company-agreed': () => '双方都同意，请亲属、邻里来一起谈。',
  ...ownConsultationWords,
  urged: (here, { data }) =>
    data.above ? `您又催了一次，告诉了${here}和${nameOf(data.above)}。` : `您催了一次，告诉了${here}。`,
}

/** True if an event that names a person names the one who filed: what others were asked and said is nothing for them. */
const isOfComplainant = (event: CaseEvent): boolean => personOf(event) === complainant
/** True if an agreement is made by two; of more, its events do not say who of them a reader is. */
const isOfTwo = ({ data }: CaseEvent): boolean => data.parties?.length === 2
const versionOf = ({ agreement }: CaseEvent['data']): string =>
  (agreement?.version ?? 1) > 1 ? `（第 ${agreement?.version} 版）` : ''

/** True if the other side says it, about itself: what one of many says, or of the complainant's own side, is theirs alone. */
const isTheirs = ({ data: { side, role = 'principal' } }: CaseEvent): boolean =>
  side !== 'complainant' && decidesToTalk(role)

const nameOf = (id: string | undefined): string => (id ? unit(id).name : '')

type OtherKind = {
  [K in EventKind]: (typeof eventTable)[K] extends { otherSide: string } ? K : never
}[EventKind]

/** What an event means to a person of the other side; null if the page shows it elsewhere. */
const otherWords: Record<OtherKind, ((here: string, event: CaseEvent) => string) | null> = {
  invited: (here) => `${here}请您来谈一件事。`,
  agreed: (here, event) => (isOwn(event) ? '您答应谈。' : `${here}记下：您答应谈。`),
  refused: (here, event) => (isOwn(event) ? '您说不谈。' : `${here}记下：您说不谈。`),
  'refusal-disputed': () => '您说没有拒绝过。',
  mediating: (here) => `${here}开始调解。`,
  settled: (here) => `在${here}谈成了，达成了协议。`,
  answered: (here) => `${here}作了答复。`,
  declined: (here) => `${here}不予受理。`,
  failed: () => '没有谈成，调解结束。',
  withdrawn: () => '这件事不再谈了。',
  merged: () => '这件事不再单独谈了。',
  closed: () => '这件事办结了。',
  reopened: (here) => `${here}重新办理。`,
  'mediator-changed': () => '换一位调解员接着办。',
  'code-replaced': () => '您换了查询码。',
  'code-reissued': words['code-reissued'],
  'file-recorded': null,
  'spot-disputed': () => '您说没有这回事。',
  'spot-checked': (here) => `${here}记下：问过双方，是这回事。`,
  erased: null,
  story: () => '县里想把这件事写成故事，请您看写的是什么。',
  'story-agreed': () => '您同意写成故事。',
  'story-refused': () => '您不同意写成故事。',
  agreement: words.agreement,
  'agreement-read': (_, event) =>
    `${!isOfTwo(event) ? '有人' : personOf(event) === complainant ? '对方' : '您'}看过了协议草稿。`,
  'item-done': words['item-done'],
  'item-received': words['item-received'],
  'item-missed': words['item-missed'],
  'court-confirmed': words['court-confirmed'],
  'item-due': words['item-due'],
  ...ownSessionWords,
  called: (here, { data }) => `${here}给您打过电话${data.reached === 'yes' ? '' : '，没有打通'}。`,
  'code-given': (here) => `${here}给了您查询码。`,
  'erasure-asked': () => '您要删除您的信息。生效以前可以改主意。',
  'request-cancelled': () => '您改了主意，刚才的请求不算了。',
  'mediator-asked': () => '您想换一位调解员。',
  'company-agreed': () => '双方都同意，请亲属、邻里来一起谈。',
  ...ownConsultationWords,
}

const isOwn = ({ actor }: CaseEvent): boolean => isPerson(actor)

/** The kind of an event in the resident's view, which never reveals that somebody is in danger. */
export const publicKind = (kind: EventKind): EventKind => eventRow(kind).publicAs ?? kind

/** What somebody did with their code, or what was done for them, which nobody else reads. */
const ownActs: readonly EventKind[] = [
  'code-replaced',
  'code-reissued',
  'called',
  'erasure-asked',
  'request-cancelled',
  'mediator-asked',
  'spot-disputed',
]

/** True if the event took the case to a higher level. */
const goesUp = ({ unit: to, data: { from } }: CaseEvent): boolean =>
  from !== undefined && rank(area(unit(to).area).level) > rank(area(unit(from).area).level)

/**
 * The kind under which a resident reads an event, and its sentence; null if it is not shown there. What is shown as a
 * transfer reads like any other that goes where it went: up, or to a unit beside (rules.md R49).
 * @param side of the reader: the other side has sentences of its own
 */
export const shownAs = (
  event: CaseEvent,
  side: Side = 'complainant',
): { kind: EventKind; text: string } | null => {
  const { kind: own, data } = event
  if (side === 'other') {
    const said = Object.hasOwn(otherWords, own) ? otherWords[own as OtherKind] : null
    // That another case exists is nothing for them.
    return said ? { kind: own === 'merged' ? 'closed' : own, text: said(unit(event.unit).name, event) } : null
  }
  // What a person of the other side did with their code, that they were rung, and when they come, is nothing for the
  // complainant.
  const { eachOwn } = eventRow(own)
  // Who was rung is the complainant if nobody is named; what a meeting leaves in the record is for nobody.
  const named = personOf(event) ?? (eachOwn ? null : complainant)
  const isPrivate = ownActs.includes(own) || eachOwn
  if (isPrivate && (isOwn(event) ? event.actor : named) !== complainant) return null
  const hidden = eventRow(own).publicAs
  if (hidden && !data.from) return null
  const kind = hidden && goesUp(event) ? 'escalated' : publicKind(own)
  const text = words[kind]?.(unit(event.unit).name, event)
  return text ? { kind, text } : null
}
