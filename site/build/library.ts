import type { NamedComparison } from '#domain/content/comparison.ts'
import { hotlineSchema } from '#domain/content/county.ts'
import { isPending, type Law, lawSchema } from '#domain/content/law.ts'
import type { SubjectQuestions } from '#domain/content/question.ts'
import { comparisonFaults, readComparisons } from './comparisons.ts'
import { guideFaults, type NamedGuide, readGuides } from './guides.ts'
import { questionFaults, readQuestions } from './questions.ts'
import { ContentError, checked, readFrontmatter, readYaml, yamlFiles } from './read-content.ts'
import { checkReferences } from './references.ts'
import { deadlinesSchema, type Library } from './sources.ts'
import type { Articles } from './texts/articles.ts'
import { faultsOf } from './texts/gates.ts'
import { checkOnlyData } from './texts/only-data.ts'
import { readTexts } from './texts/text.ts'

/** The sources, and what was checked against them. */
export type CheckedLibrary = Library & {
  guides: NamedGuide[]
  comparisons: NamedComparison[]
  questions: SubjectQuestions[]
}

const readLaws = (content: string): Map<string, Law> =>
  new Map(
    yamlFiles(content, 'laws').map((file) => [
      file.slice('laws/'.length, -'.yaml'.length),
      readYaml(content, file, lawSchema),
    ]),
  )

const articlesOf = (laws: Map<string, Law>): Articles =>
  Object.fromEntries(
    [...laws].flatMap(([id, law]) =>
      Object.entries(law.articles).map(([n, { number, text }]) => [
        `${id}-${n}`,
        { title: `《${law.short}》${number}`, text, ...(isPending(law) && { pending: law.effective }) },
      ]),
    ),
  )

/** Reads laws, limits and hotlines, without checking the texts that use them. */
export const readSources = (content: string): Library => {
  const laws = readLaws(content)
  return {
    laws,
    articles: articlesOf(laws),
    deadlines: readYaml(content, 'deadlines.yaml', deadlinesSchema),
    hotlines: readFrontmatter(content, 'contacts').map(({ id, file, data }) => {
      const { name, number, purpose } = data as Record<string, unknown>
      return checked(file, hotlineSchema, { id, name, number, purpose })
    }),
  }
}

/** Reads the sources and checks every text against them; throws one ContentError that names all faults. */
export const readLibrary = (content: string): CheckedLibrary => {
  checkOnlyData(content)
  const library = readSources(content)
  const { articles, deadlines, hotlines } = library
  checkReferences(content, {
    Law: new Set(Object.keys(articles)),
    Hotline: new Set(hotlines.map(({ id }) => id)),
    Deadline: new Set(deadlines.limits.map(({ id }) => id)),
  })
  const guides = readGuides(content)
  const comparisons = readComparisons(content)
  const questions = readQuestions(content)
  const faults = [
    ...readTexts(content).flatMap((text) => faultsOf(text, articles, deadlines.limits)),
    ...guides.flatMap((guide) => guideFaults(content, guide, library)),
    ...comparisons.flatMap((one) => comparisonFaults(content, one, library)),
    ...questionFaults(content, questions, library),
  ]
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
  return { ...library, guides, comparisons, questions }
}
