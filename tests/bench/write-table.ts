import { readFileSync, writeFileSync } from 'node:fs'

/** Writes the lines of a benchmark into docs/performance.md, between the marks that name it. Throws if there are none. */
export const writeTable = (benchmark: string, lines: readonly string[]): void => {
  const file = 'docs/performance.md'
  const text = readFileSync(file, 'utf8')
  const [above, below] = [`<!-- ${benchmark} writes below -->`, `<!-- ${benchmark} writes above -->`]
  const [from, to] = [text.indexOf(above), text.indexOf(below)]
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${benchmark}`)
  writeFileSync(file, `${text.slice(0, from + above.length)}\n${lines.join('\n')}\n${text.slice(to)}`)
}
