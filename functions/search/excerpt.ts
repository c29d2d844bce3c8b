import { shorten } from '#domain/basics/text-cut.ts'
import type { SearchDoc } from '#domain/search/search-index.ts'

/**
 * What a page says of itself: its first line, at most 90 characters, or a short answer as a whole. A sentence from the
 * middle of a text, taken because it holds the words of the question, is half a dialogue or a list of keywords to
 * somebody who has not read the rest.
 */
export const excerptOf = ({ kind, text }: SearchDoc): string =>
  kind === 'question' ? text : shorten((text.split('\n')[0] ?? '').trim(), 90)
