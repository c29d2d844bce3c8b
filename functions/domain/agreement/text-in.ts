import { type WithWords, wordsIn } from '#domain/history/words.ts'
import type { CurrentAgreement } from './current.ts'
import type { AgreementText } from './items.ts'

/** The text of a version as it was written; null if it cannot be read. */
export const textIn = (
  view: Pick<WithWords, 'words'>,
  { seq }: Pick<CurrentAgreement, 'seq'>,
): AgreementText | null => {
  const words = wordsIn(view, { seq, kind: 'agreement' })
  const { parties, facts, items, how = '', mediators = [] } = words ?? {}
  return parties && facts !== undefined && items ? { parties, facts, items, how, mediators } : null
}
