import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { charactersAtOnce, lengths, shownAtOnce } from '#domain/basics/bounds.ts'
import { actions, anchorPage, api, statisticsPage, suggestionsPage } from '#domain/routes/site.ts'
import { rightForm, sendToken, visit } from '../support/http.ts'

/** Brotli at quality 5, as a CDN sends it. */
const weight = (body: string | Buffer): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

const budget = 14 * 1024

it('every page of the site has at most 14 KB, compressed', () => {
  const weights = globSync('dist/**/*.html').map((file) => ({ file, weight: weight(readFileSync(file)) }))
  weights.sort((a, b) => b.weight - a.weight)
  console.warn('heaviest:', JSON.stringify(weights.slice(0, 3)))
  expect(weights.length).toBeGreaterThan(50)
  expect(weights.filter((page) => page.weight > budget)).toEqual([])
})

it('every page of the Worker has at most 14 KB, compressed', async () => {
  const person = visit()
  const check = await person.post(actions.fileCheck, rightForm)
  await person.post(actions.fileSend, { ...rightForm, sendToken: sendToken(check.text) })
  const done = await person.get(actions.fileDone)
  const code = [...done.text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
  await person.post(actions.trackOpen, { trackingCode: code })
  const pages = [
    ...[check, done, await person.get(actions.trackCase), await person.post(actions.fileCheck, {})],
    ...[
      await person.get(actions.trackProof),
      await person.get(anchorPage.path),
      await person.get(statisticsPage.path),
      await person.get(suggestionsPage.path),
    ],
    await person.get(`/search?q=${encodeURIComponent('老板跑了不给工钱，他还打我')}`),
    await person.get('/deadlines/when?limit=civil-limitation&from=2026-01-10'),
    await person.get('/file/from/unpaid-wages/safe.firm.still'),
  ]
  for (const { status } of pages.slice(4)) expect(status).toBe(200)
  for (const { text } of pages) expect(weight(text)).toBeLessThanOrEqual(budget)
})

const prose = globSync('content/stories/*.mdx').map((file) =>
  readFileSync(file, 'utf8').replace(/[^\u4e00-\u9fff，。]/g, ''),
)

it.each([
  ['as many messages as it shows', Array<number>(shownAtOnce).fill(charactersAtOnce / shownAtOnce)],
  ['the longest message', [lengths.reply]],
])('the page of a case with %s has at most 14 KB, compressed', async (_, sizes) => {
  const person = visit()
  const own = { ...rightForm, narrative: `另一件事，${sizes.length}。` }
  const check = await person.post(actions.fileCheck, own)
  await person.post(actions.fileSend, { ...own, sendToken: sendToken(check.text) })
  const done = await person.get(actions.fileDone)
  const code = [...done.text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
  const texts = sizes.map((size, index) =>
    prose
      .slice(index * 3)
      .join('')
      .slice(0, size),
  )
  for (const text of texts) {
    const body = new Blob([JSON.stringify({ trackingCode: code, text })])
    const sent = await person.post(api.messages, body, { 'content-type': 'application/json' })
    expect(sent.status).toBe(201)
  }
  await person.post(actions.trackOpen, { trackingCode: code })
  const { text } = await person.get(actions.trackCase)
  console.warn('a long conversation:', weight(text))
  expect(texts.filter((one) => text.includes(one))).toHaveLength(sizes.length)
  // The rest is room for as many steps as a page shows. It was 512 until tables of figures became blocks in large text.
  expect(weight(text)).toBeLessThanOrEqual(budget - 480)
})

it.each([
  ...(['comfort', 'form', 'filing', 'recorder', 'service-worker'] as const).map((name) => [name, 5] as const),
  ['files', 8] as const,
])('the script %s has at most %i KB, uncompressed', (name, most) => {
  expect(readFileSync(`dist/${name}.js`).length).toBeLessThanOrEqual(most * 1024)
})

/** A Worker, bundled as for publishing. */
const bundle = (config: string, file: string): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false' }
  const args = ['deploy', '--dry-run', '--config', config, '--outdir', folder]
  expect(spawnSync('wrangler', args, { env }).status).toBe(0)
  return readFileSync(join(folder, file))
}

// 96 KB until the search, the count of limits and the form from a guide came (docs/adr/0012-search.md); 106 KB until the
// API's document described every answer and every text had its bound; 112 KB until phones, days and codes were read as
// people write them and repeats and slips were told apart; 118 KB until the search read pinyin and the code of a merged
// case led to the case it went into; 120 KB until holders could write at any time, page back, read what they filed
// and rate the result; 130 KB until they could give files, which are cleaned by code of our own; 152 KB until they could
// urge, object, withdraw, be erased and have a copy; 162 KB until a PDF was read from every place where a reader could
// begin, and colour profiles lost what they say of a device; 163 KB until a call could be asked for in a reply, messages
// be turned off by the code, and the answer come first; 167 KB until both sides had a part in a case: times,
// agreement, records on the spot, certificates, stories and letters (docs/performance.md); 194 KB until they could book the
// county's experts, whose hours are data, a copy had all that its holder answered, and two people of one case could use one
// browser; 201 KB until roots were published and a case was proven against them; 206 KB until figures were,
// and histories knew questions from above, reviews, numbers of petitions and imported cases; 212 KB until answers to
// suggestions were published on request (3.3 KB); 215 KB until a form of many villages asked for the town first (1 KB); 216 KB
// until a case stored after its day was closed was told from one that was changed (0.5 KB).
it('the public Worker has at most 217 KB gzipped, and no code of the desk or the library', () => {
  const worker = bundle('wrangler.toml', 'worker.js')
  console.warn('public:', gzipSync(worker).length)
  expect(gzipSync(worker).length).toBeLessThanOrEqual(217 * 1024)
  // Not `staff_user`: the looks of ratings name it in the half of the store that both Workers have.
  for (const part of ['调解工作台', 'better-auth', '/desk/sign-in', 'staff_session', '看听问帮报想讲记'])
    expect(worker.includes(part), part).toBe(false)
})

// 420 KB until sheets were counted from the histories and the enrolment drew a code to scan; 448 KB until batches,
// recusal and lists that fold came; 456 KB until the looks, calls and sums of ratings; 458 KB until notices were sent, with
// two signatures and SMTP; 470 KB until files were seen and added there; 492 KB until PDF
// files were read from every place, and the codes of providers of SMS were data; 493 KB until calls were recorded there
// and lists said since when somebody waits; 498 KB until the other side was invited there, with meetings,
// agreements, records on the spot and the papers of a whole file; 568 KB until each of its
// forms was printed blank, experts were booked and their day was printed; 579 KB until its scheduler closed days; 582 KB until
// it counted them, printed each figure with its definition, had a ledger with copies, a view of what is below, questions from
// above, registers, and read and wrote workbooks (46 KB); 685 KB until sums of ratings were closed, tasks found at their unit,
// words for everybody were written, checked and approved there (5.3 KB), and a form that was not taken named what was chosen;
// 696 KB until figures stood by row, with answers in groups (3.6 KB); 700 KB until its scheduler told cases that were stored
// late from changed ones (0.5 KB).
it('the desk Worker has at most 702 KB gzipped, and no code of the public layout', () => {
  const desk = bundle('wrangler.desk.toml', 'worker-desk.js')
  console.warn('desk:', gzipSync(desk).length)
  expect(gzipSync(desk).length).toBeLessThanOrEqual(702 * 1024)
  expect(desk.includes('data-large')).toBe(false)
})
