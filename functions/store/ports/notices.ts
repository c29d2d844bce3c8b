import type { ClaimedNotice, NoticeKind, NoticeState, Settled } from '#domain/notices/attempts.ts'
import type { Answers } from '#domain/notices/may-tell.ts'

/** A unit and a way by which its staff are told of tasks. */
export interface StaffRecipient {
  kind: 'wecom' | 'email'
  unit: string
}

/** The outbox: notices that wait to be sent. Rows come into it with the events of a case (ports/append). */
export interface NoticeStore {
  /**
   * Claims the notices that are due longest, so that no other sweep sends them before `until`. A row whose claim ended
   * without an answer is claimed again and counts as unsure.
   * @param claim `since`: rows made before it are never sent
   */
  claimNotices(claim: {
    now: number
    since: number
    until: number
    kinds: NoticeKind[]
    limit: number
  }): Promise<ClaimedNotice[]>
  /** What decides about a message to a holder; null if they have no code that staff have not seen. */
  answersOf(notice: Pick<ClaimedNotice, 'caseId' | 'recipient'>): Promise<Answers | null>
  /**
   * Records what came of claimed notices; `null` removes a row. A row that waits again goes if a newer one of the same
   * person waits, and what another sweep has claimed since stays with it, unless the notice was sent.
   */
  settleNotices(rows: { notice: ClaimedNotice; to: Settled | null }[]): Promise<void>
  /**
   * Adds a notice for each recipient whose unit sees a task that is newer than its last notice, at most one since
   * `today`.
   * @param since tasks that are older are not told
   */
  addStaffNotices(
    recipients: StaffRecipient[],
    at: { now: number; today: number; since: number },
  ): Promise<void>
  /** How many notices are in each state, for the operator. */
  countNotices(): Promise<{ state: NoticeState; count: number }[]>
}
