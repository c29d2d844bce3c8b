import type { BatchKind } from '#domain/moves/batch.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { caseField } from '../ui/case-list.tsx'
import { kindField } from './posted-batch.ts'
import { type DoneCase, doneValue } from './read-done.ts'

const withCases = (path: string, kind: BatchKind, values: readonly string[]): string =>
  `${path}?${new URLSearchParams([[kindField, kind], ...values.map((value) => [caseField, value])])}`

/** The page of a batch with these cases chosen. */
export const batchHref = (kind: BatchKind, numbers: readonly string[]): string =>
  withCases(deskPages.batch.path, kind, numbers)

/** The page of what was done, for the person who did it. */
export const batchDoneHref = (kind: BatchKind, done: readonly DoneCase[]): string =>
  withCases(deskPages.batchDone.path, kind, done.map(doneValue))
