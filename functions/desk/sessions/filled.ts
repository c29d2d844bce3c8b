import { assigneeIn } from '#domain/history/case-history.ts'
import { parseWords } from '#domain/history/words.ts'
import { type Move, type MoveField, type MoveKind, moves } from '#domain/moves/table.ts'
import { sessionsThat } from '#domain/sessions/sessions.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'

/** What the forms about meetings are filled in with. */

type Filled = Partial<Record<MoveField, string>>

/** A new meeting: an hour, held by the handler of the case. */
export const firstAnswers = ({ events }: DeskCase): Filled => ({
  length: '60',
  mediator: assigneeIn(events) ?? '',
})

/**
 * The meeting, if the form can mean only one; and for a correction the newest minutes, whose reading is logged first
 * (rules.md R52).
 */
export const filledFor = async (
  { store, clock }: Pick<DeskCasePorts, 'store' | 'clock'>,
  { id: staff, unit: acting }: Pick<StaffMember, 'id' | 'unit'>,
  kind: MoveKind,
  { stored, record, events }: DeskCase,
): Promise<Filled> => {
  const now = clock()
  const { ifSession = 'live' }: Move = moves[kind]
  const sessions = sessionsThat(events, ifSession, now)
  const last = sessions.at(-1)
  const seq = last?.minutes.at(-1)
  if (kind !== 'minutes-corrected' || !last || seq === undefined)
    return last && sessions.length === 1 ? { meeting: String(last.id) } : {}
  await store.logRead({ staff, acting, caseId: record.id, kind: 'open', at: now }, 1)
  const [sealed] = await stored.words(['record'], new Set([seq]))
  const words = sealed && parseWords('session-held', sealed.json)?.words
  const { present = '', said = '', proposals = '', result: outcome = '' } = words ?? {}
  return { meeting: String(last.id), present, said, proposals, outcome }
}
