import type { ReadKind } from '#domain/desk/listing.ts'
import { type CaseEvent, complainant } from '#domain/history/events.ts'
import { isGiven } from '#domain/history/people.ts'
import type { WithWords } from '#domain/history/words.ts'
import { movesFor } from '#domain/moves/rules.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { CaseRecord } from '#store/ports/case.ts'
import { openCase } from '../case/open-case.ts'
import { wordsFor } from '../case/words-for.ts'
import type { DeskCasePorts } from '../ports.ts'

/** What the pages of files show of a case: the words of its files and no others. */
export interface FilesView extends WithWords, Pick<CaseRecord, 'number' | 'subject' | 'category' | 'region'> {
  unit: string
  /** The reader may say what a file shows. */
  mayRecord: boolean
}

/** True if the words of the event are those of a file, and with `id` of this one. */
const isOfFile = ({ data: { file, fileId } }: CaseEvent, id: string | undefined): boolean => {
  const named = file?.id ?? fileId
  return named !== undefined && (id === undefined || named === id)
}

/**
 * Opens a case for its files, and logs the read.
 * @param id the one file that is shown; absent: all, with the complainant's name and the title they gave the case
 * @returns null if no such case exists for this person; then no read is logged
 */
export const readFiles = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: StaffMember,
  number: string,
  kind: ReadKind,
  id?: string,
): Promise<FilesView | null> => {
  const deskCase = await openCase(ports, member, number)
  if (!deskCase) return null
  const { id: caseId, subject, category, region, unit } = deskCase.record
  await ports.store.logRead({ staff: member.id, acting: member.unit, caseId, kind, at: ports.clock() }, 0)
  const wanted = (event: CaseEvent) =>
    isOfFile(event, id) ||
    (id === undefined && (isGiven(event) || (subject === null && event.kind === 'filed')))
  return {
    ...(await wordsFor(ports, member, deskCase, ['record', complainant], wanted)),
    ...{ number: deskCase.record.number, subject, category, region, unit },
    mayRecord: movesFor(deskCase.standing).includes('noted'),
  }
}
