/** node site/build/check-guides.ts [file …]: checks guides as the build does, for their authors. */
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { guideFaults, readGuides } from './guides.ts'
import { readSources } from './library.ts'
import { ContentError } from './read-content.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const chosen = process.argv.slice(2).map((file) => basename(file, '.yaml'))
try {
  const guides = readGuides(content, chosen)
  const faults = guides.flatMap((one) => guideFaults(content, one, readSources(content)))
  process.stdout.write(faults.length > 0 ? `${faults.join('\n')}\n` : `${guides.length} guides, no faults\n`)
  process.exitCode = faults.length > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
