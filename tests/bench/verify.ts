/**
 * node tests/bench/verify.ts [cases]
 * How long `npm run ledger:verify` takes over cases of eight rows each, in memory.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Filing } from '#domain/filing/fields.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { makeKeys } from '#keys'
import { createStore } from '#store/create.ts'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { createVerify } from '#store/verify.ts'
import { createWholeVerify } from '#store/verifying/whole.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { fileCase } from '../../functions/filing/file-case.ts'

const count = Number(process.argv[2] ?? 5000)
const sqlite = new DatabaseSync(':memory:')
for (const name of readdirSync('migrations').toSorted())
  if (name.endsWith('.sql')) sqlite.exec(readFileSync(`migrations/${name}`, 'utf8'))
const d1 = d1FromSqlite(sqlite)
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const secrets = { masterKey: new Uint8Array(32).fill(3), codePepper: new Uint8Array(32).fill(4) }
const keys = makeKeys(secrets, random)
const clock = () => Date.now()
const ports = { store: createStore(d1, keys, random), clock, random, keys, log: () => {} }

const filing = {
  ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', about: 'none', danger: false },
  ...{ narrative: '今年春天隔壁翻了屋顶，一下雨水就落到我家院子里。', request: '请他家装水槽。' },
  ...{ name: '吴秀兰', phone: '13800000000', consent: true, anonymous: false },
} as unknown as Filing
const moves: [MoveKind, MoveInput][] = [
  ['accepted', { subject: '屋檐滴水', people: 4 }],
  ['party', { otherName: '陈大山', gotFrom: 'complainant' }],
  ['noted', { reason: '去看过' }],
  ['asked', { message: '什么时候漏的？' }],
  ['mediating', { message: '周六上午，可以吗？' }],
  ['settled', { message: '装水槽' }],
]
for (let made = 0; made < count; made += 1) {
  const filed = await fileCase(ports, filing, undefined)
  if (!filed.ok) throw new Error('filing')
  for (const [kind, input] of moves) {
    const done = await moveCase(ports as never, {
      number: filed.value.caseNumber,
      kind,
      by: 'console',
      input,
    })
    if (!done.ok) throw new Error(`${kind}: ${done.error}`)
  }
}

const verify = createVerify(d1, keys, clock)
const started = performance.now()
let [cases, faults] = [0, 0]
for (let after: string | null = ''; after !== null; ) {
  const page = await verify(after, 200)
  cases += page.cases
  faults += page.mismatches.length
  after = page.next
}
faults += (await createWholeVerify(d1)()).length
const seconds = (performance.now() - started) / 1000
process.stdout.write(`${cases} cases, ${faults} faults: ${seconds.toFixed(1)} s\n`)
