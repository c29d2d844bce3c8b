import { aloneBecause, type BatchKind, batchMove, fieldOfCase } from '#domain/moves/batch.ts'
import { failureMessages, moveFieldMessage } from '#domain/moves/failure-sentences.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { FormError } from '#ui/form/state.ts'
import { type Attempt, attempting, type NotMade } from '../moves/attempt.ts'
import { readChanges } from '../moves/changes.ts'
import type { DeskCasePorts } from '../ports.ts'
import type { DoneCase } from './read-done.ts'
import { type BatchLine, goneLine, readLine } from './read-lines.ts'

/** A case of a batch that was not moved: how it stands now, what changed, what is wrong. */
interface KeptLine {
  line: BatchLine
  changed: string[]
  errors: FormError[]
}

/** The anchor of one case, which the error summary links to. */
export const lineAnchor = (number: string): string => fieldOfCase('case', number)

const errorsOf = (kind: BatchKind, line: BatchLine, end: NotMade | null): FormError[] => {
  const { number } = line
  const about = (text: string): FormError[] => [{ field: lineAnchor(number), text: `${number}：${text}` }]
  if (line.closed !== null) return about(line.closed)
  if (end?.as === 'failed') return about(failureMessages[end.failure])
  if (end?.as !== 'faulty') return []
  return end.faults.map((fault) =>
    fault.field === batchMove(kind).own
      ? { field: fieldOfCase(fault.field, number), text: `${number}，${moveFieldMessage(fault)}` }
      : { field: fault.field, text: moveFieldMessage(fault) },
  )
}

/**
 * Makes one move for several cases, each as its own form would: the others are made even if one cannot.
 * @returns the moved cases, and those that stay, in the order of the attempts
 */
export const makeBatch = async (
  ports: DeskCasePorts,
  member: StaffMember,
  kind: BatchKind,
  attempts: readonly Attempt[],
): Promise<{ done: DoneCase[]; kept: KeptLine[] }> => {
  const { prepare, make } = attempting(ports)
  const done: DoneCase[] = []
  const kept: KeptLine[] = []
  for (const attempt of attempts) {
    const { number, seen } = attempt
    const ready = await prepare(attempt)
    const alone = ready.ok && aloneBecause(kind, ready.value.move.deskCase.record) !== null
    const end = !ready.ok ? ready.error : alone ? null : await make(attempt, ready.value)
    if (end?.as === 'made') {
      done.push({ number, seq: end.seq })
      continue
    }
    const line = end?.as === 'missing' ? goneLine(number) : await readLine(ports, member, kind, number)
    const moved = end?.as === 'failed' && line.deskCase !== null
    const changed = moved && line.deskCase ? await readChanges(ports, member, line.deskCase, seen) : []
    kept.push({ line, changed, errors: errorsOf(kind, line, end) })
  }
  return { done, kept }
}
