import type { CaseEvent } from '#domain/history/events.ts'
import { area, unit } from '#domain/places/areas.ts'
import { isRegistered } from '#domain/words/channels.ts'
import { type EventKind, eventRow } from '#domain/words/events.ts'
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
  contacted: null,
  'duty-reported': null,
  'extension-requested': null,
  extended: (_, { data }) => `经批准，延长 ${data.extends?.days ?? 0} 天，理由见给您的话。`,
  'extension-refused': null,
  delivered: () => '书面的答复送到了您手上。',
  'lead-named': () => '定了一位负责人专门盯着这件事。',
  judged: null,
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
  urged: (here, { data }) =>
    data.above ? `您又催了一次，告诉了${here}和${nameOf(data.above)}。` : `您催了一次，告诉了${here}。`,
}

const nameOf = (id: string | undefined): string => (id ? unit(id).name : '')

/** The kind of an event in the resident's view, which never reveals that somebody is in danger. */
export const publicKind = (kind: EventKind): EventKind => eventRow(kind).publicAs ?? kind

/** True if the event took the case to a higher level. */
const goesUp = ({ unit: to, data: { from } }: CaseEvent): boolean =>
  from !== undefined && rank(area(unit(to).area).level) > rank(area(unit(from).area).level)

/**
 * The kind under which a resident reads an event, and its sentence; null if it is not shown there. What is shown as a
 * transfer reads like any other that goes where it went: up, or to a unit beside (rules.md R49).
 */
export const shownAs = (event: CaseEvent): { kind: EventKind; text: string } | null => {
  const { kind: own, data } = event
  const hidden = eventRow(own).publicAs
  if (hidden && !data.from) return null
  const kind = hidden && goesUp(event) ? 'escalated' : publicKind(own)
  const text = words[kind]?.(unit(event.unit).name, event)
  return text ? { kind, text } : null
}
