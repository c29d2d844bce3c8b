import type { SearchDoc } from '#domain/search/search-index.ts'
import type { Match } from './rank.ts'
import { weights } from './weights.ts'

/** A guide, or the page of a situation: where a person goes on, whatever their case is in detail. */
const leadsOn = ({ kind, situations = [] }: SearchDoc): boolean =>
  (kind === 'guide' || kind === 'page') && situations.length > 0

/**
 * A guide answers more variants of a matter than one lesson, but matches fewer words. If none is among the first three,
 * the best one of the situation that the first texts belong to becomes the third, unless it hardly matches.
 */
export const withGuide = (matches: Match[]): Match[] => {
  const first = matches.slice(0, 3)
  const subject = first.find(({ doc }) => doc.situations?.length)?.doc.situations
  if (!subject || first.some(({ doc }) => leadsOn(doc))) return matches
  const guide = matches.find(({ doc }) => leadsOn(doc) && doc.situations?.some((id) => subject.includes(id)))
  if (!guide || guide.score < weights.guide * (first[0]?.score ?? 0)) return matches
  const others = matches.filter((match) => match !== guide)
  return [...others.slice(0, 2), guide, ...others.slice(2)]
}
