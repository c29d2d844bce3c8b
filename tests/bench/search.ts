/**
 * node tests/bench/search.ts — the time of the search: reading the index at first use, and answering every question of
 * tests/search/queries.tsv, at the real corpus and at multiples of it, to find where it would break.
 * The times are the machine's; the ratios between the rows are not.
 */
import { readFileSync } from 'node:fs'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { search } from '../../functions/search/answer.ts'

const text = readFileSync('dist/search-index.json', 'utf8')
const queries = readFileSync('tests/search/queries.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[1] ?? '')

const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}
const at = (times: number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

/** The corpus repeated several times: that many documents and postings, the same words. */
const multiply = (index: SearchIndex, times: number): SearchIndex => ({
  ...index,
  docs: Array.from({ length: times }, () => index.docs).flat(),
  tokens: Object.fromEntries(
    Object.entries(index.tokens).map(([token, postings]) => [
      token,
      Array.from({ length: times }, (_, copy) =>
        postings.map((value, place) => (place % 2 === 0 ? value + copy * index.docs.length : value)),
      ).flat(),
    ]),
  ),
})

const say = (line: string) => process.stdout.write(`${line}\n`)
const loads = Array.from({ length: 9 }, () => timed(() => JSON.parse(text)))
const real = JSON.parse(text) as SearchIndex
say(
  `${(text.length / 1e6).toFixed(1)} million characters, ${real.docs.length} documents, ${Object.keys(real.tokens).length} tokens, ${queries.length} questions`,
)
say(`load at first use: ${at(loads, 0.5).toFixed(0)} ms (slowest of nine ${Math.max(...loads).toFixed(0)})`)
say('| corpus | first question | median | p99 | slowest |')
say('|---|---|---|---|---|')
for (const times of [1, 4, 16]) {
  const index = times === 1 ? real : multiply(real, times)
  const first = timed(() => search(index, queries[0] ?? '', 10))
  const spent = [1, 2, 3].flatMap(() => queries.map((query) => timed(() => search(index, query, 10))))
  say(
    `| ×${times} | ${[first, at(spent, 0.5), at(spent, 0.99), Math.max(...spent)].map((ms) => `${ms.toFixed(1)} ms`).join(' | ')} |`,
  )
}
