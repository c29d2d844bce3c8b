import { wordsOf } from '#domain/history/words.ts'
import { subjectOf } from '../ui/case-list.tsx'
import type { CaseView } from './case-view.ts'

/**
 * The title of an opened case: 事由, until then the title the person gave it, which is sealed and therefore in no list,
 * otherwise category and place.
 */
export const caseTitle = (view: CaseView): string =>
  view.subject ?? wordsOf(view, 'filed')?.title ?? subjectOf(view)
