import { shorten } from '#domain/basics/text-cut.ts'
import { wordsOf } from '#domain/history/words.ts'
import { aloneBecause, type BatchKind, batchMove } from '#domain/moves/batch.ts'
import { failureMessages } from '#domain/moves/failure-sentences.ts'
import type { MoveOptions } from '#domain/moves/fields.ts'
import { moveFault } from '#domain/moves/rules.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { type DeskCase, openCase } from '../case/open-case.ts'
import { subjectFor } from '../moves/context.tsx'
import { namesakes } from '../moves/interest.tsx'
import { moveOptions } from '../moves/options.ts'
import { readRecord } from '../moves/read-record.ts'
import type { DeskCasePorts } from '../ports.ts'

/** One case of a batch before it is moved. */
export interface BatchLine {
  number: string
  /** The case; null if it does not exist for this person. */
  deskCase: DeskCase | null
  /** Why it cannot be moved here; null if it can. */
  closed: string | null
  /** The first lines of what the complainant wrote and asked for, if the move sums them up. */
  story?: string
  request?: string
  /** What its own field is filled in with. */
  filled?: string | undefined
  options: MoveOptions
  /** Names of staff who may be given the case and are called like one of its people. */
  namesakes?: string[]
}

const storyLength = 140

const firstLines = (text = ''): string => shorten(text, storyLength)

/** A case that does not exist for this person. */
export const goneLine = (number: string): BatchLine => ({
  ...{ number, deskCase: null, options: {} },
  closed: '没有这一件，或者已经不在您这里了。',
})

/** Opens a case of a batch: judged like its single move; its words are read, and logged, only if it can be moved. */
export const readLine = async (
  ports: DeskCasePorts,
  member: StaffMember,
  kind: BatchKind,
  number: string,
): Promise<BatchLine> => {
  const deskCase = await openCase(ports, member, number)
  if (!deskCase) {
    await ports.looks.refused(member, number)
    return goneLine(number)
  }
  const fault = moveFault(kind, deskCase.standing)
  const closed = fault ? failureMessages[fault] : aloneBecause(kind, deskCase.record)
  if (closed !== null) return { number, deskCase, closed, options: {} }
  const options = await moveOptions(kind, deskCase, ports.directory, member, ports.clock())
  const line = { number, deskCase, closed, options }
  const same = await namesakes(ports, member, kind, deskCase, options)
  if (!batchMove(kind).own) return { ...line, namesakes: same }
  const filed = wordsOf(await readRecord(ports, member, deskCase), 'filed')
  return {
    ...{ ...line, namesakes: same },
    story: firstLines(filed?.narrative),
    request: firstLines(filed?.request),
    filled: subjectFor(deskCase.record, filed),
  }
}
