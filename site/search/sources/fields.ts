import { library } from '#generated/library.ts'
import { prose } from '../../build/texts/text.ts'

/** Fields that several kinds of documents have. */

/** How people describe a situation: added to the tags of everything that belongs to it. */
const saidOf = (ids: string[]): string[] =>
  library.searchWords.synonyms
    .filter(({ situation }) => situation && ids.includes(situation))
    .flatMap(({ say }) => say)

/** A document that belongs to situations is found by their words. */
export const belonging = (situations: string[]) => ({ situations, said: saidOf(situations) })

/** True only on what is about violence or bullying: the page of results can then be left. */
export const leaving = ({ exit }: { exit?: boolean | undefined }) => (exit ? { exit: true as const } : {})

/** The words of an MDX body, one line a paragraph. */
export const flat = (body: string | undefined): string =>
  prose(body ?? '')
    .replace(/\n+/g, '\n')
    .trim()
