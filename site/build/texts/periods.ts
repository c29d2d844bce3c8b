import { spanOf } from '#domain/clocks/limit-span.ts'
import type { Limit } from '#domain/content/deadlines.ts'
import type { Articles } from './articles.ts'
import { durationsIn } from './durations.ts'
import { namedArticles } from './named-articles.ts'
import { quizOf } from './quiz.ts'
import { sectionOf } from './sections.ts'
import { ownWords, prose, type Text } from './text.ts'

const strict: Record<Text['kind'], string[]> = {
  lesson: ['法律怎么说', '三步走', '别错过的期限', '打哪个电话'],
  story: ['还有哪条路', '这次调解做对了什么', '做对了什么'],
}

/** The periods in the cited articles and the displayed limits. */
export const knownPeriods = (cited: string[], limitsShown: Limit[], articles: Articles): Set<string> => {
  const ids = [...cited, ...limitsShown.flatMap(({ article }) => article ?? [])]
  const sources = [...ids.flatMap((id) => articles[id]?.text ?? []), ...limitsShown.map(spanOf)]
  return new Set(durationsIn(sources.join('。')).map(({ period }) => period))
}

/** Checks that every period stated as a rule is in an article the text cites or in a limit it shows. */
export const unsupportedPeriods = (text: Text, articles: Articles, limits: Limit[]): string[] => {
  const answers = quizOf(text).map(({ because }) => because)
  const { ids, faults } = namedArticles(prose([text.body, ...answers].join('\n')), articles)
  const limitsShown = limits.filter(({ id }) => text.limits.includes(id))
  const known = knownPeriods([...text.laws, ...ids], limitsShown, articles)
  const notice =
    text.kind === 'lesson' ? `${text.data['limitNote'] ?? ''}。${text.data['summary'] ?? ''}` : ''
  const claimed = [
    ...strict[text.kind].map((heading) => ({ place: heading, words: ownWords(sectionOf(text, heading)) })),
    { place: 'limitNote, summary', words: notice },
    { place: 'quiz', words: ownWords(answers.join('。')) },
  ]
  return [
    ...faults,
    ...claimed.flatMap(({ place, words }) =>
      durationsIn(words)
        .filter(({ period }) => !known.has(period))
        .map(({ words: phrase }) => `${place}: “${phrase}” is in no article cited here and no limit shown`),
    ),
  ]
}
