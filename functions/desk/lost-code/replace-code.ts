import { lengths } from '#domain/basics/bounds.ts'
import { normaliseCaseNumber, readLine } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { hasHandIn, holderCalled } from '#domain/desk/lost-code.ts'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { complainant, partyOf } from '#domain/history/events.ts'
import { isGiven, scopesOfPeople } from '#domain/history/people.ts'
import { personLabel } from '#domain/history/person-label.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { type Paper, paperIds } from '#domain/words/papers.ts'
import type { Slip } from '#ui/slip.tsx'
import { openCase } from '../case/open-case.ts'
import { wordsFor } from '../case/words-for.ts'
import type { DeskCasePorts } from '../ports.ts'

/** Gives somebody who lost their code another one, at a counter, against a paper that shows who they are. */

export const lostCodeFields = {
  caseNumber: 'caseNumber',
  name: 'name',
  phone: 'phone',
  paper: 'paper',
  self: 'self',
} as const

export type LostCodeField = keyof typeof lostCodeFields

/** What was typed, as the form sent it. */
export type LostCodeInput = Record<LostCodeField, string>

interface Person {
  number: string
  name: string
  phone: string
  paper: Paper
}

/** Reads the form; every field that is missing is named. */
const readInput = (typed: LostCodeInput): Result<Person, LostCodeField[]> => {
  const number = normaliseCaseNumber(readLine(typed.caseNumber, lengths.phone) ?? '')
  const name = readLine(typed.name, lengths.name) ?? ''
  const phone = readLine(typed.phone, lengths.phone) ?? ''
  const paper = paperIds.find((id) => id === typed.paper)
  const missing: [LostCodeField, boolean][] = [
    ['caseNumber', !isCaseNumber(number)],
    ['name', name === ''],
    ['phone', phone === ''],
    ['paper', !paper],
    ['self', typed.self === ''],
  ]
  const faults = missing.flatMap(([field, isMissing]) => (isMissing ? field : []))
  return paper && faults.length === 0 ? ok({ number, name, phone, paper }) : fail(faults)
}

type Replacing = Pick<DeskCasePorts, 'store' | 'clock' | 'random' | 'log' | 'looks'>

/**
 * Replaces the code of a person of a case (rules.md R66); the old one and its sessions end at once.
 * @returns the slip with the new code, whether it is that of who filed, and who it is of; fields that are missing; `stale`: the case
 *   changed at this moment; or `unknown`: one answer, whether there is no such case, the unit may not see it, this person
 *   has a hand in it, or name and telephone are those of nobody who has a code
 */
export const replaceCode = async (
  ports: Replacing,
  member: StaffMember,
  typed: LostCodeInput,
): Promise<Result<{ slip: Slip; isFiler: boolean; whom: string }, LostCodeField[] | 'unknown' | 'stale'>> => {
  const read = readInput(typed)
  if (!read.ok) return read
  const { number, paper, ...person } = read.value
  const refused = async () => {
    await ports.looks.refused(member, number)
    return fail('unknown' as const)
  }
  const found = await openCase(ports, member, number)
  if (!found || hasHandIn(found.events, member)) return refused()
  const { stored, record } = found
  const known = await wordsFor(ports, member, found, scopesOfPeople(found.events), isGiven)
  const party = holderCalled(known, person)
  if (party === null) return refused()

  const trackingCode = makeTrackingCode(ports.random)
  const at = ports.clock()
  const replaced = await ports.store.append(
    stored,
    [
      {
        kind: 'code-reissued',
        actor: `staff:${member.id}`,
        at,
        unit: record.unit,
        acting: member.unit,
        data: { party, paper },
      },
    ],
    { newCode: { party, trackingCode, staffSaw: true } },
  )
  if (!replaced.ok) return fail('stale')
  const { filedAt, headHash: lastHash, unit: unitId } = record
  const slip = { caseNumber: number, trackingCode, unitId, filedAt, next: [], lastHash }
  return ok({
    slip,
    isFiler: party === partyOf(complainant),
    whom: `${personLabel(found.events, party)}，${person.name}`,
  })
}
