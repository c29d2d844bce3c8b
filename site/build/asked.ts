import * as z from 'zod'
import { readYaml, yamlFiles } from './read-content.ts'

/** Ways to ask, by the page that answers: its path without the slashes at both ends. Only the search reads them. */
const askedSchema = z.record(
  z.string().regex(/^(questions|lessons)\/[a-z-]+\/[a-z0-9-]+$/),
  z.array(z.string().min(4).max(70)).min(1).max(20),
)

/** Ways to ask by page. */
export type Asked = z.infer<typeof askedSchema>

/** Every file of `content/asked`. */
export const readAsked = (content: string): Asked =>
  Object.assign({}, ...yamlFiles(content, 'asked').map((file) => readYaml(content, file, askedSchema)))
