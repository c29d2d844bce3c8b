/**
 * node site/build/check-texts.ts [file …]: runs the checks on texts, for their authors: no file of `content/`
 * contains anything executable, and no lesson or story breaks a rule. The build runs the same checks on
 * everything.
 */
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSources } from './library.ts'
import { ContentError } from './read-content.ts'
import { faultsOf } from './texts/gates.ts'
import { markupFaultsIn } from './texts/only-data.ts'
import { readTexts } from './texts/text.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const content = `${root}/content`
const chosen = process.argv.slice(2).map((file) => relative(root, resolve(file)))
const isChosen = (file: string): boolean => chosen.length === 0 || chosen.includes(file)

const ruleFaults = (): string[] => {
  const { deadlines, articles } = readSources(content)
  return readTexts(content)
    .filter(({ file }) => isChosen(file))
    .flatMap((text) => faultsOf(text, articles, deadlines.limits))
}

try {
  const unsafe = markupFaultsIn(content, (name) => isChosen(`content/${name}`))
  const faults = unsafe.length > 0 ? unsafe : ruleFaults()
  process.stdout.write(faults.length > 0 ? `${faults.join('\n')}\n` : 'no faults\n')
  process.exitCode = faults.length > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
