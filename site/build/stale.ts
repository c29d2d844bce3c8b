/**
 * npm run content:stale [months]: lists texts that nobody has compared with the law for a number of months
 * (default six), and articles whose text always needs another check (marks B and C). docs/law-review.md
 * describes the procedure.
 */
import { fileURLToPath } from 'node:url'
import { readSources } from './library.ts'
import { reviewedTexts } from './reviewed.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const months = Number(process.argv[2] ?? 6)
if (!Number.isInteger(months) || months < 0) {
  process.stderr.write('npm run content:stale [months]: a whole number of months\n')
  process.exit(1)
}
const limit = new Date()
limit.setUTCMonth(limit.getUTCMonth() - months)
const last = limit.toISOString().slice(0, 10)

const reviewed = reviewedTexts(root)
const old = reviewed
  .filter(({ day }) => day === 'never' || day <= last)
  .sort((a, b) => a.file.localeCompare(b.file))
const laws = [...readSources(`${root}/content`).laws]
const oldLaws = laws.filter(([, { checked }]) => checked <= last)
const marked = laws.flatMap(([id, { short, articles }]) => {
  const numbers = (mark: string) =>
    Object.values(articles)
      .filter((article) => article.mark === mark)
      .map(({ number }) => number)
  return (['C', 'B'] as const)
    .filter((mark) => numbers(mark).length > 0)
    .map((mark) => `  ${mark}: ${short} (content/laws/${id}.yaml): ${numbers(mark).join('、')}`)
})
process.stdout.write(
  [
    `Not reviewed since ${last}: ${old.length} of ${reviewed.length} texts`,
    ...old.map(({ file, day }) => `  ${day} ${file}`),
    `Not compared since ${last}: ${oldLaws.length} of ${laws.length} laws`,
    ...oldLaws.map(([id, { short, checked }]) => `  ${checked} ${short} (content/laws/${id}.yaml)`),
    'To be checked against the current text whenever they are used:',
    ...marked,
    '',
  ].join('\n'),
)
