/**
 * npm run eval:search [-- --misses | --file <questions.tsv> [--grade <page.md>] [--seed <text>] | --graded <page.md>]:
 * hits among the first one and three answers and the mean reciprocal rank, for both halves of the questions, for three
 * ways to make tokens, and for Pagefind over the same built site in the same run. `--misses` prints the misses of the
 * tuning half; the other half is never read for tuning. `--file` measures real questions of a file instead, and `--grade`
 * writes a page of 60 of them for a reader; `--graded` keeps the grades of such a page with today's date.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import type { SearchDoc, SearchIndex } from '#domain/search/search-index.ts'
import type { TokenMode } from '#domain/search/search-tokens.ts'
import { search } from '../../functions/search/answer.ts'
import { buildTokens, type SearchSource } from '../../site/search/build-index.ts'
import { browserPath } from '../support/browser.ts'
import { gradesByDay, keepGrades, writeGradingPage } from './grading.ts'
import { figuresOf, readQuestions } from './questions.ts'

const { values: options } = parseArgs({
  options: {
    misses: { type: 'boolean', default: false },
    file: { type: 'string' },
    grade: { type: 'string' },
    graded: { type: 'string' },
    seed: { type: 'string', default: 'six feet' },
  },
})

interface Asked {
  half: string
  query: string
  accept: string[]
}

const asked: Asked[] = readFileSync('tests/search/queries.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [half = '', query = '', accept = ''] = line.split('\t')
    return { half, query, accept: accept.split(' ') }
  })

const index = JSON.parse(readFileSync('dist/search-index.json', 'utf8')) as SearchIndex
const sources = JSON.parse(readFileSync('functions/generated/search-sources.json', 'utf8')) as SearchSource[]

if (options.graded) {
  keepGrades(options.graded, new Date().toISOString().slice(0, 10))
  process.stdout.write(`${gradesByDay()}\n`)
  process.exit()
}
if (options.file) {
  const questions = readQuestions(options.file)
  process.stdout.write(
    `${questions.length} questions, ${index.docs.length} documents\n\n${figuresOf(index, questions)}\n\n${gradesByDay()}\n`,
  )
  if (options.grade) writeGradingPage(options.grade, index, questions, options.seed)
  process.exit()
}

type Answer = Pick<SearchDoc, 'url' | 'kind' | 'category'>
const pathOf = (url: string): string => url.split('#')[0] ?? url

/** Whether the answer is an accepted one. A page accepts every anchor on it. */
const accepts = (accept: string[], answer: Answer, wholePages: boolean): boolean =>
  accept.some((wanted) => {
    if (wanted.startsWith('category:')) return answer.category === wanted.slice('category:'.length)
    if (wanted.startsWith('kind:')) return answer.kind === wanted.slice('kind:'.length)
    if (wanted === answer.url) return true
    return wholePages || !wanted.includes('#') ? pathOf(wanted) === pathOf(answer.url) : false
  })

interface Score {
  one: number
  three: number
  reciprocal: number
}

const scoreOf = (questions: Asked[], answers: Map<string, Answer[]>, wholePages = false): Score => {
  const ranks = questions.map(({ query, accept }) => {
    const at = (answers.get(query) ?? []).findIndex((answer) => accepts(accept, answer, wholePages))
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1
  })
  const share = (most: number) => ranks.filter((rank) => rank <= most).length / Math.max(1, ranks.length)
  const reciprocal =
    ranks.reduce((sum, rank) => sum + (rank > 10 ? 0 : 1 / rank), 0) / Math.max(1, ranks.length)
  return { one: share(1), three: share(3), reciprocal }
}

const answersOf = (mode: TokenMode): Map<string, Answer[]> => {
  const tokens = mode === 'both' ? index.tokens : buildTokens(sources, mode)
  const own = { ...index, tokens }
  return new Map(
    asked.map(({ query }) => [query, search(own, query, 10, mode).results.map(({ doc }) => doc)]),
  )
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

/** Pagefind as a site uses it: in a browser, over the same pages. */
const pagefind = async (): Promise<Map<string, Answer[]>> => {
  const folder = 'tests/.output/pagefind'
  const made = spawnSync('pagefind', ['--site', 'dist', '--output-path', folder, '--force-language', 'zh'])
  if (made.status !== 0) throw new Error(String(made.stderr))
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const file = join(folder, path.replace(/^\/pagefind\//, ''))
    if (!path.startsWith('/pagefind/') || !existsSync(file)) {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><title>x</title>')
      return
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.end(readFileSync(file))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${port}/`)
  const urls: Record<string, string[]> = await page.evaluate(
    async (queries) => {
      // @ts-expect-error: served beside the page
      const engine = await import('/pagefind/pagefind.js')
      const found: Record<string, string[]> = {}
      for (const query of queries) {
        const { results } = await engine.search(query)
        const pages = await Promise.all(
          results.slice(0, 10).map((one: { data: () => Promise<{ url: string }> }) => one.data()),
        )
        found[query] = pages.map(({ url }: { url: string }) => url)
      }
      return found
    },
    asked.map(({ query }) => query),
  )
  await browser.close()
  server.close()
  const known = new Map(sources.map((source) => [pathOf(source.url), source]))
  return new Map(
    Object.entries(urls).map(([query, list]) => [
      query,
      list.map((url) => ({
        url,
        kind: known.get(url)?.kind ?? 'page',
        category: known.get(url)?.category ?? 'other',
      })),
    ]),
  )
}

const percent = (share: number): string => share.toFixed(3)
const halves = ['tune', 'test']
const row = (name: string, answers: Map<string, Answer[]>, wholePages = false): string =>
  `| ${name} | ${halves
    .map((half) => {
      const { one, three, reciprocal } = scoreOf(
        asked.filter((question) => question.half === half),
        answers,
        wholePages,
      )
      return [one, three, reciprocal].map(percent).join(' | ')
    })
    .join(' | ')} |`

const both = answersOf('both')
process.stdout.write(
  `${asked.length} questions, ${halves.map((half) => `${half} ${asked.filter((one) => one.half === half).length}`).join(', ')}; ${index.docs.length} documents\n\n` +
    '| | tune hits@1 | hits@3 | MRR | test hits@1 | hits@3 | MRR |\n|---|---|---|---|---|---|---|\n' +
    `${row('segments and bigrams', both)}\n${row('segments alone', answersOf('segments'))}\n${row('bigrams alone', answersOf('bigrams'))}\n`,
)
if (options.misses)
  for (const { query, accept } of asked.filter(({ half }) => half === 'tune')) {
    const answers = both.get(query) ?? []
    if (answers.slice(0, 3).some((answer) => accepts(accept, answer, false))) continue
    process.stdout.write(
      `miss: ${query}\n  wanted ${accept.join(' ')}\n  got ${answers
        .slice(0, 4)
        .map(({ url }) => url)
        .join(' ')}\n`,
    )
  }
else
  process.stdout.write(
    `${row('Pagefind (pages)', await pagefind(), true)}\n${row('ours, pages counted alike', both, true)}\n`,
  )
