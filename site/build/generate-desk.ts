import { checklistSchema, type DeskData, dutiesSchema, handbookSchema } from '#domain/content/desk-data.ts'
import { mediationReportSchema } from '#domain/content/mediation-report.ts'
import { searchWordsSchema } from '#domain/content/reference.ts'
import { watchingArticles } from '#domain/importing/watching.ts'
import type { DangerWords } from '#domain/search/search-index.ts'
import { ContentError, readYaml } from './read-content.ts'

/** True if the words say that a person is in danger; a fire, a fraud or a wrong transfer is no danger to a person. */
const isOfPerson = ({ contacts, words = [] }: DangerWords): boolean =>
  contacts[0] !== '119' && !contacts.includes('96110') && !words.includes('转错')

/**
 * Reads and checks the data files of the desk; throws a ContentError that names the file.
 * @param content folder of the files
 * @param titles article id → 《…》第…条, for all laws in content
 */
export const readDesk = (content: string, titles: Record<string, string>): DeskData => {
  const handbook = readYaml(content, 'handbook.yaml', handbookSchema)
  const checklist = readYaml(content, 'checklist.yaml', checklistSchema)
  const duties = readYaml(content, 'duties.yaml', dutiesSchema)
  const named = [
    ...handbook.sections.flatMap(({ id, articles }) =>
      articles.map((article) => ({ place: `handbook.yaml: ${id}`, article })),
    ),
    ...watchingArticles.map((article) => ({ place: 'functions/domain/importing/watching.ts', article })),
    ...duties.duties.map(({ id, article }) => ({ place: `duties.yaml: ${id}`, article })),
  ]
  const articles: Record<string, string> = {}
  for (const { place, article } of named) {
    const title = titles[article]
    if (!title)
      throw new ContentError(
        `${place}: article "${article}": expected an article in content/laws (<law>-<number>)`,
      )
    articles[article] = title
  }
  const mediationReport = readYaml(content, 'mediation-report.yaml', mediationReportSchema)
  const danger = readYaml(content, 'search.yaml', searchWordsSchema).danger.filter(isOfPerson)
  return { handbook, checklist, duties, mediationReport, articles, danger }
}

/** The source text of `functions/generated/desk.ts`. */
export const deskModule = (data: DeskData): string =>
  `import type { DeskData } from '#domain/content/desk-data.ts'\n\nexport const deskData: DeskData = ${JSON.stringify(data)}`
