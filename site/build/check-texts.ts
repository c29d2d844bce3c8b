/**
 * node site/build/check-texts.ts [file …]: the gates over lessons and stories, for the person who writes them. The
 * build runs the same gates over everything.
 */
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSources } from './library.ts'
import { faultsOf } from './texts/gates.ts'
import { readTexts } from './texts/text.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const chosen = process.argv.slice(2).map((file) => relative(root, resolve(file)))
const { deadlines, articles } = readSources(`${root}/content`)
const texts = readTexts(`${root}/content`).filter(({ file }) => chosen.length === 0 || chosen.includes(file))
const faults = texts.flatMap((text) => faultsOf(text, articles, deadlines.limits))
process.stdout.write(faults.length > 0 ? `${faults.join('\n')}\n` : `${texts.length} texts, no fault\n`)
process.exitCode = faults.length > 0 ? 1 : 0
