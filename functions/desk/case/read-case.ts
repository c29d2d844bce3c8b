import { deskEntry, type ReadKind } from '#domain/desk/listing.ts'
import { cohandlersIn, handlerIn, leadIn } from '#domain/history/case-history.ts'
import { staffIdOf } from '#domain/history/events.ts'
import { scopesOfPeople } from '#domain/history/people.ts'
import { turnedTo } from '#domain/history/turned-to.ts'
import { movesFor } from '#domain/moves/rules.ts'
import { nobodyAbove } from '#domain/moves/targets.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import type { StaffDirectory } from '../directory.ts'
import type { CaseView } from './case-view.ts'
import { linksShownTo } from './linked-cases.ts'
import { type DeskCase, openCase } from './open-case.ts'
import { wordsFor } from './words-for.ts'

/** Opening a case is a read, recorded in the log before anything is shown (rules.md R52). */

type ReadPorts = Pick<Ports<Pick<DeskStore, 'openCase' | 'logRead'>>, 'store' | 'clock' | 'log'> & {
  directory: StaffDirectory
}

const shownReads = 8

const idsIn = (deskCase: DeskCase, reads: { staff: string }[]): string[] => [
  ...new Set([
    ...deskCase.events.flatMap(({ actor, data }) =>
      [staffIdOf(actor) ?? [], data.staff ?? [], data.session?.staff ?? []].flat(),
    ),
    ...reads.map(({ staff }) => staff),
  ]),
]

/**
 * Loads everything the page of a case shows, and logs the read.
 * @returns null if no such case exists for this person; then no read is logged
 */
export const readCase = async (
  ports: ReadPorts,
  member: StaffMember,
  number: string,
  kind: ReadKind,
): Promise<CaseView | null> => {
  const deskCase = await openCase(ports, member, number)
  if (!deskCase) return null
  const { record, events, clocks, standing } = deskCase
  const entry = { staff: member.id, acting: member.unit, caseId: record.id, kind, at: ports.clock() }
  const reads = await ports.store.logRead(entry, shownReads)
  const { words } = await wordsFor(ports, member, deskCase, ['record', ...scopesOfPeople(events)])
  const { subject, status, track, category, region, unit, about, danger, people, filedAt } = record
  return {
    number: record.number,
    subject,
    status,
    track,
    category,
    region,
    unit,
    about,
    danger,
    people,
    filedAt,
    clocks,
    words,
    reads,
    events: await linksShownTo(ports, member, events),
    // As the lists compute it, dates that people set included.
    colour: deskEntry(events, record, ports.clock()).colour,
    moves: movesFor(standing),
    endsHere: standing.relation === 'desk' && !isEnded(status) && nobodyAbove(unit, record),
    cohandlers: cohandlersIn(events),
    ...handlerIn(events),
    lead: leadIn(events),
    turned: turnedTo(events).get(member.unit) ?? null,
    names: await ports.directory.names(idsIn(deskCase, reads)),
  }
}
