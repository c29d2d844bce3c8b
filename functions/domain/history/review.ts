import type { Day } from '#domain/basics/time.ts'
import type { ReviewCause } from '#domain/words/review-causes.ts'
import type { CaseEvent } from './events.ts'

/** Reviews of cases that failed, came again or are many people's (以案促改): their causes, and the measures still open. */

/** Why a case is reviewed. */
export const reviewReasons = {
  failed: { name: '没有谈成' },
  again: { name: '又来了（重新办理，或者重复信访）' },
  group: { name: '人多（五人以上）' },
} as const

export type ReviewReason = keyof typeof reviewReasons

/** More petitioners than may come as representatives are a group (信访工作条例 20). */
const groupSize = 5

/** The reasons for a review; none for most cases. */
export const reviewReasonsIn = (events: readonly CaseEvent[]): ReviewReason[] => {
  const has = (test: (event: CaseEvent) => boolean) => events.some(test)
  const people = events.findLast(({ data }) => data.people !== undefined)?.data.people ?? 0
  return [
    ...(has(({ kind }) => kind === 'failed') ? (['failed'] as const) : []),
    ...(has(({ kind, data }) => kind === 'reopened' || data.petitionTimes === 'repeat')
      ? (['again'] as const)
      : []),
    ...(people >= groupSize ? (['group'] as const) : []),
  ]
}

/** A measure of a review, by the number of the event that set it. */
export interface Measure {
  seq: number
  cause: ReviewCause
  by: Day
  done: boolean
}

/** The measures of a case in order. */
export const measuresIn = (events: readonly CaseEvent[]): Measure[] =>
  events.flatMap(({ seq, kind, data: { cause, measureBy } }) =>
    kind === 'reviewed' && cause && measureBy
      ? {
          ...{ seq, cause, by: measureBy },
          done: events.some((event) => event.kind === 'measure-done' && event.data.ofReview === seq),
        }
      : [],
  )

/** The measures of a case that nobody has recorded as done. */
export const openMeasures = (events: readonly CaseEvent[]): Measure[] =>
  measuresIn(events).filter(({ done }) => !done)
