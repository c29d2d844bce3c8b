import { dayOf, type Instant, spokenDay } from '#domain/basics/time.ts'
import { waysOf } from '#domain/clocks/remaining-ways.ts'
import { staffNameOf } from '#domain/clocks/rules.ts'
import { colours } from '#domain/clocks/warnings.ts'
import { askedFromAbove, type Supervision } from '#domain/desk/supervisions.ts'
import { assigneeIn, cohandlersIn, recusedIn, takenOffIn } from '#domain/history/case-history.ts'
import { waitingPeople } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { guestsIn, invitedIn, othersIn, withoutInvitation } from '#domain/history/other-side.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { openMeasures } from '#domain/history/review.ts'
import { peopleIn, roleIn, standInsIn, standsForOther } from '#domain/history/roles.ts'
import { type MoveOptions, noWay } from '#domain/moves/fields.ts'
import { fieldsOf } from '#domain/moves/read-move.ts'
import { type Move, type MoveField, type MoveKind, moves } from '#domain/moves/table.ts'
import { targetsOf } from '#domain/moves/targets.ts'
import { unit } from '#domain/places/areas.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { reviewCauses } from '#domain/words/review-causes.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'
import { deskData } from '#generated/desk.ts'
import { termOptions } from '../agreement/term-options.ts'
import type { DeskCase } from '../case/open-case.ts'
import { consultationOptions } from '../consultations/consultation-options.ts'
import type { StaffDirectory } from '../directory.ts'
import { sessionOptions } from '../sessions/session-options.ts'

/** The options in the form of a move, for this case and this desk. */

type Member = Pick<StaffMember, 'id' | 'unit'>

/** Active colleagues at the desk of the case who may handle it. */
const eligible = async ({ record, events }: DeskCase, directory: StaffDirectory): Promise<Named> => {
  const off = takenOffIn(events)
  return named(await directory.ofUnit(record.unit)).filter(({ id }) => !off.has(id))
}

/** Where the case goes if nobody else of its desk can handle it; none if somebody can. A committee's goes to one. */
const ifAlone = async (kind: MoveKind, deskCase: DeskCase, directory: StaffDirectory, member: Member) => {
  const { ifAlone: direction, takesOff }: Move = moves[kind]
  const { record, standing, events } = deskCase
  const leaves = takesOff === 'maker' ? member.id : assigneeIn(events)
  if (!direction || (takesOff === 'maker' && member.unit !== record.unit)) return []
  if ((await eligible(deskCase, directory)).some(({ id }) => id !== leaves)) return []
  const targets = targetsOf(direction, record.unit, { ...record, sender: standing.sender })
  return direction === 'any' ? targets.filter((to) => unitKinds[to.kind].makesAgreements) : targets
}

const units = (kind: MoveKind, { record, standing: { sender }, events }: DeskCase) => {
  const { target = 'any' }: Move = moves[kind]
  if (target === 'cohandlers') return cohandlersIn(events).map(unit)
  return targetsOf(target, record.unit, { ...record, sender })
}

/** The units that can be named as the proper one: those that can decide, the sender included. */
const deciders = ({ record }: DeskCase) =>
  targetsOf('any', record.unit, { ...record, sender: null }).filter(({ kind }) => unitKinds[kind].decides)

/** Nothing to choose from one. */
const severalOf = (parties: number[]): number[] => (parties.length > 1 ? parties : [])

/** The people whom a move can name. */
const addressable = (kind: MoveKind, events: readonly CaseEvent[]): number[] => {
  const { ifJoined, ifStandIns, ifInvited, ifUnanswered }: Move = moves[kind]
  if (ifUnanswered) return severalOf(waitingPeople(events))
  if (ifJoined) return withoutInvitation(events)
  if (ifStandIns) return standInsIn(events)
  if (!ifInvited) return othersIn(events)
  const asked = guestsIn(events).filter((party) => invitedIn(events, party))
  // What a proxy wants is nothing; they are told and written to like others.
  return kind === 'told' ? asked : asked.filter((party) => roleIn(events, party)?.role !== 'proxy')
}

const people = (events: readonly CaseEvent[], parties: number[]): Named =>
  parties.map((party) => ({ id: String(party), name: personLabel(events, party) }))

type Named = { id: string; name: string; note?: string }[]

const named = (list: { id: string; name: string }[]): Named => list.map(({ id, name }) => ({ id, name }))

/** A question of a unit above, by who asked and when: the words are on the page of the case. */
const askedName = ({ seq, by, askedAt, answerBy }: Supervision) => ({
  id: String(seq),
  name: `${unit(by).name}，${spokenDay(dayOf(askedAt))}问的，${spokenDay(answerBy)}前回话`,
})

const sources: Partial<
  Record<
    MoveField,
    (
      kind: MoveKind,
      deskCase: DeskCase,
      directory: StaffDirectory,
      member: Member,
      now: Instant,
    ) => Named | Promise<Named>
  >
> = {
  unit: async (kind, deskCase, directory, member) =>
    named(
      (moves[kind] as Move).ifAlone
        ? await ifAlone(kind, deskCase, directory, member)
        : units(kind, deskCase),
    ),
  proper: (_, deskCase) => named(deciders(deskCase)),
  staff: async (_, deskCase, directory, { unit: home }) => {
    const { record, events } = deskCase
    // A superior who supervises a case can also name a member of their own unit.
    const others = home === record.unit ? [] : named(await directory.ofUnit(home))
    const recused = recusedIn(events)
    return [...(await eligible(deskCase, directory)), ...others.filter(({ id }) => !recused.includes(id))]
  },
  concerned: async (kind, { record, events }, directory, { id: own }) => {
    const recused = recusedIn(events)
    if ((moves[kind] as Move).whileRecused)
      return [...(await directory.names(recused))].map(([id, name]) => ({ id, name }))
    return named(await directory.ofUnit(record.unit)).filter(({ id }) => id !== own && !recused.includes(id))
  },
  colour: () => colours.map(({ id, name, meaning }) => ({ id, name: `${name} · ${meaning}` })),
  rule: (_, { clocks }) =>
    clocks
      .filter(({ state, rule, extended }) => state === 'running' && rule.extendable && extended === 0)
      .map(({ rule }) => ({ id: rule.id, name: `${staffNameOf(rule)}（最多延 ${rule.extendable} 天）` })),
  ways: (_, { record }) => [
    ...waysOf(record.category).map(({ id, name, span, from, note }) => ({
      id,
      name: `${name}：${span}`,
      note: [from && `从${from}算。`, note].filter(Boolean).join(''),
    })),
    { id: noWay, name: '这些都不合适', note: '在下面的“理由和经过”里写清为什么。' },
  ],
  whom: (kind, { events }) => people(events, addressable(kind, events)),
  actsFor: (_, { events }) =>
    people(
      events,
      peopleIn(events).flatMap(({ party, role }) => (standsForOther(role) ? [] : party)),
    ),
  term: (kind, { events }, _directory, _member, now) => termOptions(kind, events, dayOf(now)),
  asking: (_, { events }) => {
    const open = askedFromAbove(events)
    return open.length > 1 ? open.map(askedName) : []
  },
  measureOf: (_, { events }) =>
    openMeasures(events).map(({ seq, cause, by }) => ({
      id: String(seq),
      name: `${reviewCauses[cause].name}，${spokenDay(by)}前落实`,
    })),
  mediator: (_, deskCase, directory) => eligible(deskCase, directory),
  duty: () => deskData.duties.duties.map(({ id, what }) => ({ id, name: what })),
}

/** Options by field, for the fields of a move. */
export const moveOptions = async (
  kind: MoveKind,
  deskCase: DeskCase,
  directory: StaffDirectory,
  member: Member,
  now: Instant,
): Promise<MoveOptions> => {
  const options: Record<string, Named> = {}
  for (const { field } of fieldsOf(kind, deskCase.record.track)) {
    const source = sources[field]
    const meetings =
      sessionOptions(field, kind, deskCase.events, now) ?? consultationOptions(field, deskCase.events, now)
    if (meetings) options[field] = meetings
    if (source) options[field] = await source(kind, deskCase, directory, member, now)
  }
  return options
}
