import { agreementIn, type CurrentAgreement } from '#domain/agreement/current.ts'
import { type Maker, makersOf } from '#domain/agreement/draft.ts'
import type { AgreementText } from '#domain/agreement/items.ts'
import { textIn } from '#domain/agreement/text-in.ts'
import { partyScope } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import { readRecord } from '../moves/context.tsx'
import type { DeskCasePorts } from '../ports.ts'

/** One version of an agreement with the people who make it. */
export interface AgreementShown {
  agreement: CurrentAgreement | null
  text: AgreementText | null
  makers: (Maker & { name: string })[]
}

/** A version of an opened case, concluded or not. */
export const shownAgreement = (words: WithWords, agreement: CurrentAgreement | null): AgreementShown => ({
  agreement,
  text: agreement && textIn(words, agreement),
  makers: makersOf(words.events).map((maker) => ({
    ...maker,
    name: personIn(words, partyScope(maker.party)).name ?? '姓名读不出来了',
  })),
})

/** What the pages of an agreement show of a case. */
export interface AgreementView extends AgreementShown {
  deskCase: DeskCase
  words: WithWords
}

/** Reads the agreement of a case and the names of its people. It is a read of the case, logged first (rules.md R52). */
export const readAgreement = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: StaffMember,
  deskCase: DeskCase,
): Promise<AgreementView> => {
  const { events } = deskCase
  const scopes = makersOf(events).map(({ party }) => partyScope(party))
  const words = await readRecord(ports, member, deskCase, ['record', ...scopes])
  return { deskCase, words, ...shownAgreement(words, agreementIn(events)) }
}
