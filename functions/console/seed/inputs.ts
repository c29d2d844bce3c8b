import { agreementIn } from '#domain/agreement/current.ts'
import { addDays, dayOf } from '#domain/basics/time.ts'
import { waysOf } from '#domain/clocks/remaining-ways.ts'
import { cohandlersIn } from '#domain/history/case-history.ts'
import { waitingPeople } from '#domain/history/conversation.ts'
import { othersIn } from '#domain/history/other-side.ts'
import { noWay } from '#domain/moves/fields.ts'
import type { Target } from '#domain/moves/move.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { targetsOf } from '#domain/moves/targets.ts'
import { pathOf } from '#domain/places/areas.ts'
import { publicationCheckIds } from '#domain/words/publication-checks.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'
import { deskData } from '#generated/desk.ts'
import type { Fill } from './fill.ts'
import { meetingFills } from './meeting-inputs.ts'
import { sampleWords } from './sentences.ts'

/** What staff fill into the form of a move of a sample case. */

/** Where a case is handed on: along its own area, to a unit that does the same if there is one. */
const toUnit =
  (target: Exclude<Target, 'sender' | 'cohandlers'>): Fill =>
  ({ draw }, { record, standing: { sender } }) => {
    const own = new Set(pathOf(record.region).map(({ id }) => id))
    const all = targetsOf(target, record.unit, { ...record, sender })
    const near = all.filter(({ area }) => own.has(area))
    const some = near.length > 0 ? near : all
    const mediates = record.track === 'mediation'
    const fitting = some.filter(({ kind }) => unitKinds[kind].makesAgreements === mediates)
    const from = (fitting.length > 0 ? fitting : some).slice(0, 2)
    return from.length > 0 ? { unit: draw.one(from).id } : {}
  }

const answerBy: Fill = ({ now, draw }) => ({ answerBy: addDays(dayOf(now), draw.whole(5, 20)) })
const reason: Fill = ({ draw }) => ({ reason: draw.one(sampleWords.reasons) })
const message: Fill = ({ draw }) => ({ message: `您好，${draw.one(sampleWords.messages)}` })
const answer: Fill = ({ draw }) => ({ message: draw.one(sampleWords.answers) })
const told: Fill = ({ now, draw }) => ({
  deliveryBy: draw.one(['phone', 'hand'] as const),
  deliveryOn: dayOf(now),
})
const toOther: Fill = (_, { events }) => ({ whom: String(othersIn(events)[0] ?? 2) })
const sometimes =
  (chance: number, fill: Fill): Fill =>
  (living, ...more) =>
    living.draw.isDrawn(chance) ? fill(living, ...more) : {}
const all =
  (...fills: Fill[]): Fill =>
  (...given) =>
    Object.assign({}, ...fills.map((fill) => fill(...given)))

const term =
  (...states: string[]): Fill =>
  (_, { events }) => {
    const item = agreementIn(events)?.items.find(({ state }) => states.includes(state))
    return item ? { term: String(item.id) } : {}
  }

const taking: Fill = ({ matter, draw, life }, { record }) => ({
  subject: matter.subject,
  ...(record.track === 'complaint' && {
    matter: draw.weighted([
      { weight: 8, id: 'petition' as const },
      { weight: 1, id: 'review' as const },
      { weight: 2, id: 'other' as const },
    ]).id,
  }),
  ...(life.group && { people: draw.whole(...life.group) }),
})

const joins: Fill = ({ other, draw }) => ({
  otherName: other.name,
  ...(draw.isDrawn(0.8) && { otherPhone: other.phone }),
  gotFrom: draw.one(['complainant', 'village'] as const),
})

const colleague: Fill = ({ staff }, { record }, by) => {
  const [one] = (staff.get(record.unit) ?? []).filter(({ id }) => id !== by.id)
  return { staff: (one ?? by).id }
}

/** The forms by move; a move that is not listed asks for nothing. */
export const fills: Partial<Record<MoveKind, Fill>> = {
  ...meetingFills,
  accepted: taking,
  declined: ({ draw }) => ({ ...draw.one(sampleWords.declines) }),
  assigned: colleague,
  mediating: sometimes(0.3, message),
  asked: ({ draw }) => ({
    message: `您好，请补一句：${draw.one(['大概是哪天的事？', '有没有当时的条子？'])}`,
  }),
  message,
  settled: sometimes(0.8, () => ({ message: '双方当面说好了，各退一步，事情就这样了结。' })),
  failed: (_, { record }) => {
    const ways = waysOf(record.category).slice(0, 2)
    const none = { ways: [noWay], reason: '对方说不清、找不到人，没有别的路合适。' }
    return {
      message: '谈了几次没有谈拢，您还可以走下面的路。',
      ...(ways.length > 0 ? { ways: ways.map(({ id }) => id) } : none),
    }
  },
  answered: answer,
  closed: () => ({}),
  'publication-drafted': ({ draw, matter }) => ({
    publicQuestion: `有人提：${matter.subject}，能不能管一管？`,
    publicAnswer: draw.one(sampleWords.published),
    publicationChecks: [...publicationCheckIds],
  }),
  'publication-approved': () => ({ publicationChecks: [...publicationCheckIds] }),
  reopened: all(reason, sometimes(0.5, message)),
  'spot-checked': all(told, reason),
  transferred: all(toUnit('side'), reason),
  escalated: all(toUnit('above'), reason),
  'sent-down': all(toUnit('below'), reason, answerBy),
  'reported-back': reason,
  returned: all(reason, (living, deskCase, by) => ({
    proper: toUnit('any')(living, deskCase, by).unit ?? '',
  })),
  'cohandler-joined': all(toUnit('any'), reason),
  'cohandler-left': (_, { events }) => ({ unit: cohandlersIn(events)[0] ?? '' }),
  referred: all(reason, answerBy, ({ draw }) => ({ ...draw.one(sampleWords.referrals) })),
  'referral-answered': reason,
  noted: reason,
  contacted: reason,
  'duty-reported': all(reason, () => ({ duty: deskData.duties.duties[0]?.id ?? '' })),
  'extension-requested': all(reason, (_, { clocks }) => {
    const clock = clocks.find(
      ({ state, rule, extended }) => state === 'running' && rule.extendable && !extended,
    )
    return clock ? { rule: clock.rule.id, days: Math.min(15, clock.rule.extendable ?? 0) } : {}
  }),
  extended: message,
  'extension-refused': reason,
  delivered: told,
  'lead-named': all(answerBy, ({ staff }, { record }) => ({
    staff: (staff.get(record.unit) ?? []).find(({ role }) => role === 'lead')?.id ?? '',
  })),
  judged: all(reason, ({ draw }) => ({ colour: draw.one(['yellow', 'red']) })),
  'danger-marked': reason,
  'danger-lifted': reason,
  party: joins,
  invitation: all(toOther, ({ draw }) => ({ invitation: draw.one(sampleWords.invitations) })),
  'invitation-approved': all(told, reason),
  agreed: all(toOther, told, reason),
  refused: all(toOther, told, reason),
  told: all(toOther, ({ draw }) => ({ otherMessage: draw.one(sampleWords.messages) })),
  'company-agreed': reason,
  recused: reason,
  'mediator-changed': () => ({ side: 'complainant' as const }),
  'set-aside': all(reason, (_, { events }) => {
    const people = waitingPeople(events)
    return people.length > 1 ? { whom: String(people[0]) } : {}
  }),
  'request-confirmed': reason,
  'request-set-aside': reason,
  revisited: all(reason, ({ draw, life }) => ({
    kept:
      life.id === 'agreement-broken'
        ? 'not'
        : draw.one(['kept', 'kept', 'kept', 'partly', 'unreached'] as const),
  })),
  'item-done': term('open'),
  'item-received': term('done', 'open'),
  'item-missed': term('open', 'done'),
  'court-confirmed': ({ now }) => ({ confirmedOn: dayOf(now) }),
}
