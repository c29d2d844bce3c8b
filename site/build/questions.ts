import type { Question, SubjectQuestions } from '#domain/content/question.ts'
import { questionsSchema } from '#domain/content/question.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { ContentError, missingFiles, readYaml, yamlFiles } from './read-content.ts'
import type { Library } from './sources.ts'
import { durationsIn } from './texts/durations.ts'
import { forbiddenIn } from './texts/gates.ts'
import { namedArticles } from './texts/named-articles.ts'
import { knownPeriods } from './texts/periods.ts'
import { hardWords } from './texts/plain-language.ts'
import { addressTells } from './texts/telling.ts'
import { ownWords } from './texts/text.ts'

const folder = 'questions'

/** Every file of `content/questions`, in the order of the subjects. */
export const readQuestions = (content: string): SubjectQuestions[] =>
  yamlFiles(content, folder)
    .map((file) => {
      const name = file.slice(`${folder}/`.length, -'.yaml'.length)
      const category = categoryIds.find((id) => id === name)
      if (!category) throw new ContentError(`${file}: expected the id of a subject as file name`)
      return { category, ...readYaml(content, file, questionsSchema) }
    })
    .sort((one, other) => categoryIds.indexOf(one.category) - categoryIds.indexOf(other.category))

type Sources = Pick<Library, 'articles' | 'deadlines' | 'hotlines'>

const unknown = (ids: string[], all: { id: string }[], expected: string): string[] =>
  ids.filter((id) => !all.some((one) => one.id === id)).map((id) => `"${id}": expected ${expected}`)

/** Faults of an answer: what it names, what it claims, how it reads. */
const faultsOf = (content: string, one: Question, sources: Sources): string[] => {
  const { articles, deadlines, hotlines } = sources
  const words = ownWords(`${one.ask}\n${one.say}`)
  const limits = deadlines.limits.filter(({ id }) => one.limits.includes(id))
  const { ids, faults } = namedArticles(one.say, articles)
  const known = knownPeriods([...one.articles, ...ids], limits, articles)
  return [
    ...faults,
    ...one.articles
      .filter((id) => !articles[id])
      .map((id) => `"${id}": expected an article in content/laws (<law>-<number>)`),
    ...unknown(one.limits, deadlines.limits, 'an entry under limits in content/deadlines.yaml'),
    ...unknown(one.contacts, hotlines, 'a file in content/contacts'),
    ...missingFiles(content, 'lessons', one.lessons, '.mdx'),
    ...missingFiles(content, 'guides', one.guides, '.yaml'),
    ...missingFiles(content, 'letters', one.letters, '.yaml'),
    ...durationsIn(ownWords(one.say))
      .filter(({ period }) => !known.has(period))
      .map(({ words: phrase }) => `“${phrase}” is in no article and no limit of this answer`),
    ...(one.exit && addressTells(one.id)
      ? ['expected an id that tells nothing: it is in the address of its page (rules.md R63)']
      : []),
    ...forbiddenIn(words, one.sensitive === true || one.exit === true),
    ...hardWords(words),
  ]
}

/** Faults of all questions, each with its file and id. */
export const questionFaults = (content: string, all: SubjectQuestions[], sources: Sources): string[] =>
  all.flatMap(({ category, questions }) => {
    const file = `${folder}/${category}.yaml`
    const ids = questions.map(({ id }) => id)
    return [
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${file}: "${id}" is defined twice`),
      ...questions.flatMap((one) =>
        faultsOf(content, one, sources).map((fault) => `${file}: ${one.id}: ${fault}`),
      ),
    ]
  })
