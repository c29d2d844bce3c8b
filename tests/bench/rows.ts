/**
 * LIUCHIXIANG_STATE=folder node tests/bench/rows.ts — the rows that D1 reads for pages of the desk, for somebody of a village,
 * a town and the county, over the local database as it is: fill it first with `npm run seed -- --cases 100000`
 * (docs/how/seed.md). Writes the table into docs/performance.md. A view is added as a line of `views`.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import ts from 'typescript'
import { addDays, dayOf, firstOfMonth } from '#domain/basics/time.ts'
import { scopesOfUnit } from '#domain/desk/access.ts'
import { casePath, deskPages, tracePath } from '#domain/routes/desk.ts'
import { suggestionsPage } from '#domain/routes/site.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { makeKeys } from '#keys'
import { createStore } from '#store/create.ts'
import { createFileStore } from '#store/files/create.ts'
import { createStaffStore } from '#store/staff/create.ts'
import { readSecrets, stateFolder } from '../../functions/console/secrets.ts'
import { countedD1 } from '../support/counted-d1.ts'
import { writeTable } from './write-table.ts'

// Node strips types and knows nothing of JSX.
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const { outputText } = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
      compilerOptions: {
        ...{ module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024, verbatimModuleSyntax: true },
        ...{ jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'hono/jsx' },
      },
    })
    return { format: 'module', source: outputText, shortCircuit: true }
  },
})

/** A day of the month before, whose cases are all there. */
const past = addDays(firstOfMonth(dayOf(Date.now())), -10)

type Person = { id: string; unit: string }
type View = {
  name: string
  path: (person: Person) => Promise<string | null> | string | null
  isPublic?: true
}

const pages: View[] = [
  deskPages.today.path,
  deskPages.cases.path,
  `${deskPages.cases.path}?list=all`,
  `${deskPages.cases.path}?waits=revisit`,
  deskPages.digest.path,
  `${deskPages.digest.path}?day=${past}`,
  deskPages.week.path,
  `${deskPages.week.path}?day=${past}`,
  `${deskPages.month.path}?day=${past}`,
  deskPages.below.path,
  deskPages.ledger.path,
  `${deskPages.ledger.path}?status=mediating&sort=due`,
  deskPages.figures.path,
  `${deskPages.figureRows.path}?by=category&period=${past.slice(0, 4)}`,
  deskPages.measures.path,
  `${deskPages.mediationMonth.path}?day=${past}`,
  `${deskPages.casePay.path}?day=${past}`,
  deskPages.ratings.path,
  deskPages.calendar.path,
  deskPages.traces.path,
].map((path) => ({ name: path, path: () => path }))

/** The number of a case that somebody handed on and no longer opens; null without one. */
const handedOn = async ({ unit }: Person): Promise<string | null> => {
  const scopes = JSON.stringify(scopesOfUnit(unit))
  const [found] = (
    await counted.db
      .prepare(
        'SELECT c.number FROM case_listing l JOIN cases c ON c.id = l.case_id WHERE l.scope = ?1 AND NOT EXISTS (SELECT 1 FROM case_listing o WHERE o.case_id = l.case_id AND o.scope IN (SELECT value FROM json_each(?2))) LIMIT 1',
      )
      .bind(`trace:${unit}`, scopes)
      .all<{ number: string }>()
  ).results
  return found?.number ?? null
}

const views: View[] = [
  ...pages,
  {
    name: `${casePath('…')}/trace`,
    path: async (person) => {
      const number = await handedOn(person)
      return number && tracePath(number)
    },
  },
  {
    name: `${deskPages.below.path}?at=qingshi`,
    // Only the county sees the units of a town as one place of several.
    path: ({ unit }) => (unit.startsWith('shili') ? `${deskPages.below.path}?at=qingshi` : null),
  },
  { name: `${suggestionsPage.path} (public)`, path: () => suggestionsPage.path, isPublic: true },
]

// Leads: some pages are theirs only.
const people = {
  village: 'seed-qingshi-liuwan-committee-1',
  town: 'seed-qingshi-committee-1',
  county: 'seed-shili-centre-1',
} as const

const miniflare = new Miniflare({
  ...convertV4MiniflareOptions({
    ...{ modules: true, script: 'export default {}', compatibilityDate: '2026-10-01' },
    d1Databases: { DB: '00000000-0000-0000-0000-000000000000' },
  }),
  resourcePersistencePath: join(stateFolder(), 'v3'),
})
const counted = countedD1((await miniflare.getD1Database('DB')) as never)
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const keys = makeKeys(readSecrets(), random)
const staff = createStaffStore(counted.db, random)

const [{ deskRoutes }, { deskMiddleware }, { addFile }, { registering }, { suggestionRoutes }] =
  await Promise.all([
    import('../../functions/desk/routes.ts'),
    import('../../functions/http/desk-middleware.tsx'),
    import('../../functions/tracking/files/add-file.ts'),
    import('../../functions/filing/register.ts'),
    import('../../functions/suggestions/routes.tsx'),
  ])

let member: StaffMember
const ports = {
  store: createStore(counted.db, keys, random),
  files: createFileStore(counted.db, keys, random, undefined as never),
  ...{
    keys,
    random,
    clock: () => Date.now(),
    log: (entry: object) => console.warn(JSON.stringify(entry)),
    clientAddress: () => '127.0.0.1',
  },
  asset: () => Promise.resolve(undefined),
  directory: { ofUnit: staff.colleagues, names: staff.names },
  looks: {
    searched: async () => {},
    refused: async () => {},
    stale: async () => {},
    exported: async () => {},
    unsealed: async () => {},
    exportEnded: async () => {},
  },
  views: staff,
}
// Without the sign-in: what is measured is the page behind it.
const app = new Hono()
app.use(deskMiddleware())
app.use(async (c, next) => {
  c.set('staff' as never, member as never)
  await next()
})
app.route('/', deskRoutes({ ...ports, registerCase: registering(ports), addFile: addFile(ports) }))
const site = suggestionRoutes(ports)

const accounts = await staff.accounts(null, 1000)
const [cases] = (await counted.db.prepare('SELECT count(*) AS n FROM cases').all<{ n: number }>()).results
const lines: string[] = []
for (const { name, path: pathFor, isPublic } of views) {
  const cells: string[] = []
  for (const username of Object.values(people)) {
    const found = accounts.find((account) => account.username === username)
    if (!found) throw new Error(`nobody is called ${username}: npm run seed makes the accounts`)
    member = found
    const path = await pathFor(member)
    if (path === null) {
      cells.push('–')
      continue
    }
    const ask = () => (isPublic ? site : app).request(`http://127.0.0.1${path}`)
    // The first request also refreshes what is due, which the schedule does otherwise.
    await ask()
    counted.take()
    const begun = performance.now()
    const { status } = await ask()
    const time = Math.round(performance.now() - begun)
    const { rowsRead, statements, roundTrips } = counted.take()
    cells.push(
      status === 200 ? `${rowsRead} rows, ${statements} in ${roundTrips}, ${time} ms` : `status ${status}`,
    )
  }
  lines.push(`| \`${name}\` | ${cells.join(' | ')} |`)
  process.stdout.write(`${lines.at(-1)}\n`)
}
await miniflare.dispose()

writeTable('rows.ts', [
  `With ${cases?.n} cases: rows read, statements in round trips, time in the emulator.`,
  '',
  `| page | ${Object.keys(people).join(' | ')} |`,
  '|---|---|---|---|',
  ...lines,
])
