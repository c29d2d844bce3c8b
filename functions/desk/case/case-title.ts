import type { ListedCase } from '#domain/desk/listing.ts'
import { isImported } from '#domain/history/imported.ts'
import { type WithWords, wordsOf } from '#domain/history/words.ts'
import { ledgerTag } from '#domain/words/channels.ts'
import { subjectOf } from '../ui/case-list.tsx'

type TitledCase = WithWords & Pick<ListedCase, 'subject' | 'category' | 'region'>

/**
 * The title of an opened case: 事由, until then the title the person gave it, which is sealed and therefore in no list,
 * otherwise category and place. One from an old ledger says so on every page and paper.
 */
export const caseTitle = (view: TitledCase): string => {
  const title = view.subject ?? wordsOf(view, 'filed')?.title ?? subjectOf(view)
  return isImported(view.events) ? `${ledgerTag}：${title}` : title
}
