import { agreementIn } from '#domain/agreement/current.ts'
import { writtenOnly } from '#domain/agreement/messages.ts'
import type { TypedItem } from '#domain/agreement/read-item.ts'
import { fail, type Result } from '#domain/basics/result.ts'
import { addDays, dayOf } from '#domain/basics/time.ts'
import { othersIn } from '#domain/history/other-side.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { pathOf, unit, unitOf } from '#domain/places/areas.ts'
import { readAgreement } from '../../desk/agreement/read-agreement.ts'
import { storeConcluded } from '../../desk/agreement/store-concluded.ts'
import { writeDraft } from '../../desk/agreement/write-draft.ts'
import { openCase } from '../../desk/case/open-case.ts'
import { judgeMove } from '../../desk/moves/judge-move.ts'
import { actorOf, moveOpenedCase } from '../../desk/moves/move-case.ts'
import { type Living, memberOf } from './context.ts'
import { fills } from './inputs.ts'

/** What staff do with a sample case, through the use-cases of the desk. */

type Done = Promise<Result<unknown, unknown>>

/** The unit whose staff make a move: the desk, or one above it where only that may. */
const actingUnit = ({ unit: desk }: Living, kind: MoveKind): string => {
  const { by }: Move = moves[kind]
  if (by.includes('desk')) return desk
  const [, above] = pathOf(unit(desk).area)
  return (above && (unitOf(above.id, 'centre') ?? unitOf(above.id, 'people-mediation-committee'))?.id) ?? desk
}

/** Makes a move of the table. Another time is tried where a meeting would overlap with one of the same people or room. */
export const makeMove = async (living: Living, kind: MoveKind): Done => {
  const { ports, number } = living
  const { can, notByGiver, needs, takesOff }: Move = moves[kind]
  // Whoever wrote a case down does not confirm it: the lead does.
  const by = memberOf(living, actingUnit(living, kind), can === 'decides' || notByGiver === true)
  if (!by) return fail('nobody')
  const deskCase = await openCase(ports, by, number)
  if (!deskCase) return fail('unknown')
  const move = judgeMove(kind, deskCase)
  if (!move.ok) return move
  const fill = () => fills[kind]?.(living, deskCase, by) ?? {}
  let input = fill()
  if (needs.some((field) => input[field] === undefined)) return fail('needs')
  let moved = await moveOpenedCase(ports, move.value, { by, input })
  for (let tries = 8; tries > 0 && !moved.ok && /Booked$/.test(moved.error); tries -= 1) {
    input = fill()
    moved = await moveOpenedCase(ports, move.value, { by, input })
  }
  if (!moved.ok) return moved
  const { events, trackingCode } = moved.value
  living.unit = events.at(-1)?.unit ?? living.unit
  if (trackingCode) living.codes.set(Number(othersIn(events)[0] ?? 2), trackingCode)
  if (input.time1 !== undefined || input.fix) {
    const start = events.findLast(({ data }) => data.session?.start)?.data.session?.start ?? living.now
    living.meetingEnds = start + 3_600_000
  }
  if (takesOff)
    for (const id of events.slice(moved.value.seq - 1).flatMap(({ data }) => data.staff ?? []))
      living.off.add(id)
  return moved
}

const item = (more: Partial<TypedItem>): TypedItem => ({
  ...{ what: '', by: ['2'], to: ['1'], yuan: '', due: '', times: '' },
  ...more,
})

/** Writes the agreement: what was promised, often with money, by a day in the coming weeks. */
export const draft = async (living: Living): Done => {
  const { ports, number, unit: desk, draw, matter, now, staff } = living
  const by = memberOf(living, desk, false)
  const deskCase = by && (await openCase(ports, by, number))
  if (!by || !deskCase) return fail('unknown')
  const view = await readAgreement(ports, by, deskCase)
  const due = addDays(dayOf(now), draw.whole(3, 40))
  const items = [
    item({ what: matter.promised.replace('{place}', '村部门口'), due }),
    ...(draw.isDrawn(0.55)
      ? [item({ what: '付清说定的钱', due, yuan: String(draw.whole(2, 180) * 100) })]
      : []),
    ...(draw.isDrawn(0.2) ? [item({ what: '以后有事先打招呼', by: ['1'], to: ['2'] })] : []),
  ]
  return writeDraft(ports, view, {
    by,
    seen: deskCase.record.headSeq,
    typed: {
      facts: `双方为“${matter.subject}”起了争执，经过调解，各自让了一步。`,
      makers: [],
      how: draw.isDrawn(0.5) ? '当面交付，写收条。' : '',
      mediators: [by.id],
      items,
    },
    colleagues: staff.get(desk) ?? [],
  })
}

/** Makes the agreement binding: most are signed, some said. */
export const concluded = async (living: Living): Done => {
  const { ports, number, unit: desk, draw, now } = living
  const by = memberOf(living, desk, false)
  const deskCase = by && (await openCase(ports, by, number))
  if (!by || !deskCase) return fail('unknown')
  const agreement = agreementIn(deskCase.events)
  if (!agreement || agreement.concluded) return fail('notAgreed')
  const today = dayOf(now)
  const isOral = draw.isDrawn(0.2) && !writtenOnly[deskCase.record.category]
  const move = judgeMove('settled', deskCase)
  if (!move.ok) return move
  const signed = agreement.parties.map((party) => ({ party, on: today }))
  return storeConcluded(
    ports.store,
    move.value,
    agreement,
    { form: isOral ? 'oral' : 'written', effectiveOn: today, ...(!isOral && { signed }) },
    { ...actorOf(by), at: now },
  )
}
