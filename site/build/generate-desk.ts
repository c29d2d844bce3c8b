import { checklistSchema, type DeskData, dutiesSchema, handbookSchema } from '#domain/content/desk-data.ts'
import { ContentError, readYaml } from './read-content.ts'

/**
 * Reads and checks the data files of the desk; throws a ContentError that names the file.
 * @param content folder of the three files
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
  return { handbook, checklist, duties, articles }
}

/** The source text of `functions/generated/desk.ts`. */
export const deskModule = (data: DeskData): string =>
  `import type { DeskData } from '#domain/content/desk-data.ts'\n\nexport const deskData: DeskData = ${JSON.stringify(data)}`
