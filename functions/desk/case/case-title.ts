import type { ListedCase } from '#domain/desk/listing.ts'
import { type WithWords, wordsOf } from '#domain/history/words.ts'
import { subjectOf } from '../ui/case-list.tsx'

type TitledCase = WithWords & Pick<ListedCase, 'subject' | 'category' | 'region'>

/**
 * The title of an opened case: 事由, until then the title the person gave it, which is sealed and therefore in no list,
 * otherwise category and place.
 */
export const caseTitle = (view: TitledCase): string =>
  view.subject ?? wordsOf(view, 'filed')?.title ?? subjectOf(view)
