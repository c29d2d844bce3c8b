import { agreementIn, type CurrentAgreement } from '#domain/agreement/current.ts'
import { type Maker, makersOf } from '#domain/agreement/draft.ts'
import type { AgreementText } from '#domain/agreement/items.ts'
import { partyScope } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import { type WithWords, wordsIn } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import { readRecord } from '../moves/context.tsx'
import type { DeskCasePorts } from '../ports.ts'

/** The text of a version as it was written; null if it cannot be read. */
export const textIn = (view: WithWords, agreement: CurrentAgreement): AgreementText | null => {
  const words = wordsIn(view, { seq: agreement.seq, kind: 'agreement' })
  const { parties, facts, items, how = '', mediators = [] } = words ?? {}
  return parties && facts !== undefined && items ? { parties, facts, items, how, mediators } : null
}

/** What the pages of an agreement show of a case. */
export interface AgreementView {
  deskCase: DeskCase
  words: WithWords
  agreement: CurrentAgreement | null
  text: AgreementText | null
  makers: (Maker & { name: string })[]
}

/** Reads the agreement of a case and the names of its people. It is a read of the case, logged first (rules.md R52). */
export const readAgreement = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: StaffMember,
  deskCase: DeskCase,
): Promise<AgreementView> => {
  const { events } = deskCase
  const makers = makersOf(events)
  const scopes = makers.map(({ party }) => partyScope(party))
  const words = await readRecord(ports, member, deskCase, ['record', ...scopes])
  const agreement = agreementIn(events)
  return {
    deskCase,
    words,
    agreement,
    text: agreement && textIn(words, agreement),
    makers: makers.map((maker) => ({
      ...maker,
      name: personIn(words, partyScope(maker.party)).name ?? '姓名读不出来了',
    })),
  }
}
