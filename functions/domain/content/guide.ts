import type * as z from 'zod'
import type { About } from '#domain/words/about.ts'
import type { GuideOption, GuideQuestion } from './guide-question.ts'
import type { guideSchema, leafSchema } from './guide-schema.ts'

/**
 * Guided paths: their questions, and the leaves the answers lead to. Without schema, because the Worker
 * bundles this file.
 */

export type Guide = z.infer<typeof guideSchema>
export type Leaf = z.infer<typeof leafSchema>

/** Maximum number of questions on the way to a leaf. */
const deepest = 7

/** One step of a guide: a question or a leaf, with the answers that led there. */
export interface GuideStep {
  /** Ids of the answers given. */
  path: string[]
  /** Questions and answers so far, in words. */
  given: { ask: string; say: string }[]
  question?: GuideQuestion
  leaf?: Leaf
}

const walk = (
  guide: Guide,
  question: GuideQuestion,
  path: string[],
  given: GuideStep['given'],
): GuideStep[] => [
  { path, given, question },
  ...question.options.flatMap(({ id: answer, say, leaf, next }) => {
    const to = { path: [...path, answer], given: [...given, { ask: question.ask, say }] }
    if (next) return walk(guide, next, to.path, to.given)
    const end = leaf === undefined ? undefined : guide.leaves[leaf]
    return end ? [{ ...to, leaf: end }] : []
  }),
]

/** Every step of a guide, starting with the first question. */
export const stepsOf = (guide: Guide): GuideStep[] => walk(guide, guide.tree, [], [])

/** How many questions follow this one, on the shortest and on the longest way to a leaf. */
export const questionsAfter = (question: GuideQuestion): { least: number; most: number } => {
  const ways = question.options.map(({ next }) => {
    if (!next) return { least: 0, most: 0 }
    const after = questionsAfter(next)
    return { least: 1 + after.least, most: 1 + after.most }
  })
  return {
    least: Math.min(...ways.map(({ least }) => least)),
    most: Math.max(...ways.map(({ most }) => most)),
  }
}

const optionsOf = (question: GuideQuestion): GuideOption[] =>
  question.options.flatMap((option) => [option, ...(option.next ? optionsOf(option.next) : [])])

/** Faults of a tree, as sentences: dead ends, orphans, repeated answers, paths that are too long. */
export const treeFaults = (guide: Guide): string[] => {
  const options = optionsOf(guide.tree)
  const reached = new Set(options.flatMap(({ leaf }) => leaf ?? []))
  const questions = stepsOf(guide).flatMap(({ question }) => question ?? [])
  return [
    ...options
      .filter(({ leaf, next }) => (leaf === undefined) === (next === undefined))
      .map(({ id: answer }) => `${answer}: needs either leaf or next`),
    ...[...reached].filter((leaf) => !guide.leaves[leaf]).map((leaf) => `leaf ${leaf} does not exist`),
    ...Object.keys(guide.leaves)
      .filter((leaf) => !reached.has(leaf))
      .map((leaf) => `no answer leads to leaf ${leaf}`),
    ...questions.flatMap(({ ask, options: answers }) => {
      const ids = answers.map(({ id: answer }) => answer)
      return new Set(ids).size === ids.length ? [] : [`${ask}: two answers have the same id`]
    }),
    ...stepsOf(guide)
      .filter(({ path }) => path.length > deepest)
      .map(({ path }) => `${path.join('/')}: more than ${deepest} questions`),
    ...Object.entries(guide.leaves).flatMap(([name, leaf]) => [
      ...((leaf.limits.length === 0) === (leaf.noLimit === undefined)
        ? [`leaf ${name}: needs either limits or noLimit`]
        : []),
      ...((leaf.track === undefined) === (leaf.notHere === undefined)
        ? [`leaf ${name}: needs either track or notHere`]
        : []),
      ...(leaf.track && guide.category === 'village-affairs' && !(leaf.about ?? guide.about)
        ? [`leaf ${name}: a filing about village affairs needs about`]
        : []),
    ]),
  ]
}

/**
 * What a filing takes over from a guided path: subject, track, and the given answers by their ids joined with
 * dots.
 */
export interface GuideAnswers {
  title: string
  category: Guide['category']
  /** See `exit` of the guide. */
  exit?: true
  leaves: Record<string, CarriedAnswers>
}

/** What one leaf fills in. `about` and `danger` only if the guide knows: the form asks them again. */
interface CarriedAnswers {
  track: NonNullable<Leaf['track']>
  about?: About
  danger?: false
  /** See `exit` of the leaf. */
  exit?: true
  title: string
  given: GuideStep['given']
}

/** The answer by which a person says that nobody beats or threatens them, in a guide that asks (`asksDanger`). */
const safe = 'safe'

/** The leaves of a guide that lead to a filing. */
export const answersOf = (guide: Guide): GuideAnswers => ({
  title: guide.title,
  category: guide.category,
  ...(guide.exit && { exit: true }),
  leaves: Object.fromEntries(
    stepsOf(guide).flatMap(({ path, given, leaf }) =>
      leaf?.track ? [[path.join('.'), carried(guide, leaf.track, leaf, path, given)]] : [],
    ),
  ),
})

const carried = (
  guide: Guide,
  track: CarriedAnswers['track'],
  { title, about = guide.about, exit }: Leaf,
  path: string[],
  given: GuideStep['given'],
): CarriedAnswers => ({
  track,
  ...(about && { about }),
  ...(guide.asksDanger && path.includes(safe) && { danger: false as const }),
  ...(exit && { exit: true as const }),
  title,
  given,
})

/** The given answers as the end of a narrative, which begins with the person's own words. */
export const summaryOf = (given: GuideStep['given']): string =>
  `\n\n（自助指引里答的：\n${given.map(({ ask, say }) => `${ask}${say}。`).join('\n')}）`
