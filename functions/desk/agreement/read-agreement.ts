import { agreementIn, type CurrentAgreement } from '#domain/agreement/current.ts'
import type { AgreementText } from '#domain/agreement/items.ts'
import { canMake, type Maker } from '#domain/agreement/makers.ts'
import { textIn } from '#domain/agreement/text-in.ts'
import { partyScope, type Side } from '#domain/history/events.ts'
import { sideOf } from '#domain/history/other-side.ts'
import { personIn } from '#domain/history/people.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import { readRecord } from '../moves/read-record.ts'
import type { DeskCasePorts } from '../ports.ts'

/** One version of an agreement with the people who make it, as its text names them: who was erased since, too. */
export interface AgreementShown {
  agreement: CurrentAgreement | null
  text: AgreementText | null
  makers: { party: number; side: Side; name: string }[]
}

/** A version of an opened case, concluded or not. */
export const shownAgreement = (words: WithWords, agreement: CurrentAgreement | null): AgreementShown => {
  const text = agreement && textIn(words, agreement)
  const parties = text?.parties ?? []
  return {
    agreement,
    text,
    makers: parties.map((one) => ({ ...one, side: sideOf(words.events, one.party) })),
  }
}

/** What the pages of an agreement show of a case. */
export interface AgreementView extends AgreementShown {
  deskCase: DeskCase
  words: WithWords
  /** Everybody who can make the next version. */
  people: (Maker & { name: string })[]
}

/** Reads the agreement of a case and the names of its people. It is a read of the case, logged first (rules.md R52). */
export const readAgreement = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: StaffMember,
  deskCase: DeskCase,
): Promise<AgreementView> => {
  const { events } = deskCase
  const makers = canMake(events)
  const scopes = makers.map(({ party }) => partyScope(party))
  const words = await readRecord(ports, member, deskCase, ['record', ...scopes])
  const people = makers.map((maker) => ({
    ...maker,
    name: personIn(words, partyScope(maker.party)).name ?? '姓名读不出来了',
  }))
  return { deskCase, words, people, ...shownAgreement(words, agreementIn(events)) }
}
