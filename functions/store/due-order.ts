import type { PageKey } from '#domain/desk/page-key.ts'

/**
 * The order of lists by due day: of the cases that are due on one day, the one that was filed first is first. The indexes by
 * due day end with these columns (docs/adr/0067-order-of-one-due-day.md).
 */
export const dueColumns = ['due_at', 'filed_at', 'case_id'] as const

/** A key as values of these columns. Without the time of filing it is before all cases of its due day. */
export const dueValues = ({ key, filedAt = -1, caseId }: PageKey) => [key, filedAt, caseId] as const
