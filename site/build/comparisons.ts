import { type ComparisonCell, comparisonSchema, type NamedComparison } from '#domain/content/comparison.ts'
import { missingFiles, readYaml, yamlFiles } from './read-content.ts'
import type { Library } from './sources.ts'
import { durationsIn } from './texts/durations.ts'
import { forbiddenIn } from './texts/gates.ts'
import { namedArticles } from './texts/named-articles.ts'
import { knownPeriods } from './texts/periods.ts'
import { hardWords } from './texts/plain-language.ts'

/** Every comparison of `content/comparisons`. */
export const readComparisons = (content: string): NamedComparison[] =>
  yamlFiles(content, 'comparisons').map((file) => ({
    id: file.slice('comparisons/'.length, -'.yaml'.length),
    ...readYaml(content, file, comparisonSchema),
  }))

type Sources = Pick<Library, 'articles' | 'deadlines' | 'hotlines'>

/** A cell is held against the articles and limits it names, like the sections of a lesson. */
const cellFaults = (cell: ComparisonCell, sensitive: boolean, sources: Sources): string[] => {
  const { articles, deadlines } = sources
  const unknown = cell.articles.filter((id) => !articles[id])
  const limits = deadlines.limits.filter(({ id }) => cell.limits.includes(id))
  const { ids, faults } = namedArticles(cell.say, articles)
  const known = knownPeriods([...cell.articles, ...ids], limits, articles)
  return [
    ...faults,
    ...unknown.map((id) => `article "${id}" is not in content/laws`),
    ...cell.limits
      .filter((id) => !limits.some((limit) => limit.id === id))
      .map((id) => `limit "${id}" is not in content/deadlines.yaml`),
    ...durationsIn(cell.say)
      .filter(({ period }) => !known.has(period))
      .map(({ words }) => `“${words}” is in no article and no limit of this cell`),
    ...forbiddenIn(cell.say, sensitive),
  ]
}

const known = (place: string, ids: string[], all: { id: string }[], expected: string): string[] =>
  ids.filter((id) => !all.some((one) => one.id === id)).map((id) => `${place}: "${id}": expected ${expected}`)

/** Faults of a comparison, each with file, row and column. */
export const comparisonFaults = (content: string, one: NamedComparison, sources: Sources): string[] => {
  const file = `comparisons/${one.id}.yaml`
  const faultsAt = (place: string, cell: ComparisonCell) =>
    cellFaults(cell, one.exit === true, sources).map((fault) => `${file}: ${place}: ${fault}`)
  return [
    ...missingFiles(content, 'lessons', one.lessons, '.mdx').map((fault) => `${file}: ${fault}`),
    ...missingFiles(content, 'letters', one.letters, '.yaml').map((fault) => `${file}: ${fault}`),
    ...known(`${file}: contacts`, one.contacts, sources.hotlines, 'a file in content/contacts'),
    ...one.rows.flatMap(({ name, cells }) =>
      cells.flatMap((cell, at) => faultsAt(`${name}, ${one.columns[at]}`, cell)),
    ),
    ...one.notes.flatMap((note, at) => faultsAt(`note ${at + 1}`, note)),
    ...[
      ...forbiddenIn([one.title, one.summary].join('。'), one.exit === true),
      // Together: a rare word in a cell of ten is not one in ten.
      ...hardWords(
        [one.title, one.summary, ...one.rows.flatMap(({ cells }) => cells), ...one.notes]
          .map((words) => (typeof words === 'string' ? words : words.say))
          .join('\n'),
      ),
    ].map((fault) => `${file}: ${fault}`),
  ]
}
