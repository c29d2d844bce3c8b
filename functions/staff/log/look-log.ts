import { normaliseCaseNumber } from '#domain/basics/normalise.ts'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import type { LogKind } from '#domain/staff/desk-log.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { StaffPorts } from '../ports.ts'

/** Looking for people and cases leaves a row, written before anything is shown. What was typed is fingerprinted. */

type LookPorts = Pick<StaffPorts<Pick<LogStore, 'log'>>, 'staff' | 'keys' | 'clock'>
type Looker = Pick<StaffMember, 'id'>

// A case number has at most twelve signs; what is longer is none.
const longest = 40

export const makeLookLog = ({ staff, keys, clock }: LookPorts) => {
  const write = (by: Looker, kind: LogKind, more: { mark?: string; caseNumber?: string }) =>
    staff.log({ subject: by.id, actor: by.id, kind, at: clock(), ...more })

  return {
    /** A person, phone or 事由 was searched for. */
    searched: async (by: Looker, text: string): Promise<void> =>
      write(by, 'searched', { mark: await keys.mac('log-mark', text) }),

    /** A case number was asked for that does not exist, or not for this person: one statement for both. */
    async refused(by: Looker, typed: string): Promise<void> {
      const number = normaliseCaseNumber(typed.slice(0, longest))
      if (!isCaseNumber(number)) return
      await write(by, 'case-refused', { mark: await keys.mac('log-mark', number), caseNumber: number })
    },

    /** A move with an old `seen` showed what had happened since. */
    stale: (by: Looker, number: string): Promise<void> => write(by, 'stale-shown', { caseNumber: number }),
  }
}
