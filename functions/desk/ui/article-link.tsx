import type { DeskData } from '#domain/content/desk-data.ts'
import { articlePath } from '#domain/routes/laws.ts'

/** 《…》第…条 as a link to the public page of the statute. */
export const ArticleLink = ({ id, data }: { id: string; data: DeskData }) => (
  <a href={articlePath(id)}>{data.articles[id] ?? id}</a>
)
