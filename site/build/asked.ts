import * as z from 'zod'
import { ContentError, readYaml, yamlFiles } from './read-content.ts'

/** Ways to ask, by the page that answers: its path without the slashes at both ends. Only the search reads them. */
const askedSchema = z.record(
  z.string().regex(/^(questions|lessons)\/[a-z-]+\/[a-z0-9-]+$/),
  z.array(z.string().min(4).max(70)).min(1).max(20),
)

/** Ways to ask by page. */
export type Asked = z.infer<typeof askedSchema>

/** Faults of a file: pages of another subject, which another file would overwrite, and ways that stand there twice. */
const faultsOf = (file: string, asked: Asked): string[] => {
  const subject = file.slice('asked/'.length, -'.yaml'.length)
  const ways = Object.values(asked).flat()
  return [
    ...Object.keys(asked)
      .filter((page) => page.split('/')[1] !== subject)
      .map((page) => `${file}: "${page}": expected a page of the subject ${subject}`),
    ...ways
      .filter((way, at) => ways.indexOf(way) !== at)
      .map((way) => `${file}: “${way}” leads to two pages or stands there twice`),
  ]
}

/** Every file of `content/asked`, named like the subjects; throws one ContentError that names all faults. */
export const readAsked = (content: string): Asked => {
  const files = yamlFiles(content, 'asked').map((file) => ({
    file,
    asked: readYaml(content, file, askedSchema),
  }))
  const faults = files.flatMap(({ file, asked }) => faultsOf(file, asked))
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
  return Object.assign({}, ...files.map(({ asked }) => asked))
}
