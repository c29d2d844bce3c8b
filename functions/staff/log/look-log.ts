import { hex } from '#domain/basics/hex.ts'
import { normaliseCaseNumber } from '#domain/basics/normalise.ts'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import type { LedgerForm } from '#domain/ledger/export-words.ts'
import type { LogData, LogKind } from '#domain/staff/desk-log.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { StaffPorts } from '../ports.ts'

/** Logs searches for people and cases, before any result is shown. The search text is stored as a fingerprint only. */

type LookPorts = Pick<StaffPorts<Pick<LogStore, 'log'>>, 'staff' | 'keys' | 'clock'>
type Looker = Pick<StaffMember, 'id'>

// A case number has at most twelve characters; longer input is cut before it is normalised and cannot be one.
const longest = 40

/** Logs searches for persons, requests for cases that this person may not see, and exports. */
export const makeLookLog = ({ staff, keys, clock }: LookPorts) => {
  const write = (by: Looker, kind: LogKind, more: { mark?: string; caseNumber?: string; data?: LogData }) =>
    staff.log({ subject: by.id, actor: by.id, kind, at: clock(), ...more })

  return {
    /** Logs a search for a person, phone or 事由. */
    searched: async (by: Looker, text: string): Promise<void> =>
      write(by, 'searched', { mark: await keys.mac('log-mark', text) }),

    /** Logs a request for a case that does not exist or is hidden from this person: one statement for both. */
    async refused(by: Looker, typed: string): Promise<void> {
      const number = normaliseCaseNumber(typed.slice(0, longest))
      if (!isCaseNumber(number)) return
      await write(by, 'case-refused', { mark: await keys.mac('log-mark', number), caseNumber: number })
    },

    /** Logs that a move with an outdated `seen` showed what had happened since. */
    stale: (by: Looker, number: string): Promise<void> => write(by, 'stale-shown', { caseNumber: number }),

    /** Logs that a ledger is about to be sent; `filter` is the query of its address. */
    exported: (by: Looker, data: { form: LedgerForm; filter: string; rows?: number }): Promise<void> =>
      write(by, 'exported', { data }),

    /** Logs a file with people's words, and why it is made: typed text, so it is sealed. */
    async unsealed(by: Looker, { reason, ...data }: { filter: string; rows: number; reason: string }) {
      const sealed = await keys.seal('log-reason', new TextEncoder().encode(reason), by.id)
      await write(by, 'exported', { data: { form: 'sealed', ...data, reason: hex(sealed) } })
    },

    /** Logs how many rows were sent, also if it was broken off. */
    exportEnded: (by: Looker, data: { form: LedgerForm; rows: number }): Promise<void> =>
      write(by, 'export-ended', { data }),
  }
}
