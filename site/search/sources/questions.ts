import { library } from '#generated/library.ts'
import { questionPath } from '../../questions.ts'
import type { SearchSource } from '../build-index.ts'
import { leaving } from './fields.ts'

/** Questions with their answers, which the page of results shows as a whole. */
export const questions = (): SearchSource[] =>
  library.questions.flatMap(({ category, questions }) =>
    questions.map((one) => ({
      kind: 'question' as const,
      title: one.ask,
      url: questionPath(category, one.id),
      category,
      tags: one.words,
      situations: library.guides
        .filter(({ id }) => one.guides.includes(id))
        .map(({ situation }) => situation),
      summary: '',
      text: one.say,
      ...(one.sensitive && { sensitive: true as const }),
      ...leaving(one),
    })),
  )
