import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { objectNames } from '../../../functions/box/backup/object-names.ts'
import { readBucket } from '../../../functions/box/moving/bucket.ts'
import { dump, LongStatement } from '../../../functions/box/moving/dump.ts'
import { wranglerLines } from '../../../functions/box/moving/wrangler-lines.ts'

const withRow = (sql: string) => {
  const database = new DatabaseSync(':memory:')
  database.exec(
    `CREATE TABLE one (id integer PRIMARY KEY, "a b" text, real real, bytes blob);
     CREATE TABLE counted (n integer);
     CREATE VIEW seen AS SELECT "a b" FROM one;
     CREATE TRIGGER counts AFTER INSERT ON one BEGIN INSERT INTO counted VALUES (NEW.id); END;
     CREATE TABLE _cf_KV (key text); CREATE TABLE ledger_draft (id text); INSERT INTO ledger_draft VALUES ('begun');`,
  )
  database.exec(sql)
  return database
}
const again = (database: DatabaseSync) => {
  const copy = new DatabaseSync(':memory:')
  for (const statement of dump(database)) copy.exec(statement)
  return copy
}

it.each([
  ["1, '引号 '' 和\n换行; -- 不是注释', 1.5, X'00ff'"],
  ['2, NULL, NULL, NULL'],
  ["9007199254740993, '', 0.1, X''"],
  ["-1, 'CREATE TRIGGER x; END;', 1e300, X'27'"],
])('a row of a dump has the same values and types: %s', (values) => {
  const database = withRow(`INSERT INTO one VALUES (${values})`)
  const sql =
    'SELECT id, "a b", real, bytes, typeof(id) || typeof("a b") || typeof(real) || typeof(bytes) AS types FROM one'
  const rowOf = (from: DatabaseSync) => {
    const statement = from.prepare(sql)
    statement.setReadBigInts(true)
    return statement.get()
  }
  expect(rowOf(again(database))).toEqual(rowOf(database))
})

it('a dump has views and triggers, and no trigger runs while it is read', () => {
  const copy = again(withRow('INSERT INTO one (id) VALUES (1), (2)'))
  expect(copy.prepare('SELECT count(*) AS n FROM counted').get()).toEqual({ n: 2 })
  copy.exec('INSERT INTO one (id) VALUES (3)')
  expect(copy.prepare('SELECT count(*) AS n FROM counted').get()).toEqual({ n: 3 })
  expect(copy.prepare('SELECT count(*) AS n FROM seen').get()).toEqual({ n: 3 })
})

it('a dump leaves out drafts of imports and tables of the platform', () => {
  const copy = again(withRow(''))
  expect(copy.prepare('SELECT count(*) AS n FROM ledger_draft').get()).toEqual({ n: 0 })
  expect(copy.prepare("SELECT name FROM sqlite_master WHERE name LIKE '\\_cf%' ESCAPE '\\'").all()).toEqual(
    [],
  )
})

it('a row that D1 would refuse for its length is an error that names its table', () => {
  const database = withRow('INSERT INTO one (id, bytes) VALUES (1, zeroblob(60000))')
  expect(() => [...dump(database)]).toThrow(LongStatement)
  expect(() => [...dump(database)]).toThrow('one 有一行太长')
})

it('names of files are those of cases, and lines for wrangler name bucket, file and place', () => {
  const database = new DatabaseSync(':memory:')
  const [a, b] = ['a'.repeat(32), 'b'.repeat(32)]
  database.exec(
    `CREATE TABLE case_file (id text, case_id text); INSERT INTO case_file VALUES ('${b}', 'c'), ('${a}', 'c'), ('0c', '')`,
  )
  expect(objectNames(database)).toEqual({ ok: true, value: [a, b] })
  expect(wranglerLines('get', ['0a'], 'bucket')).toEqual([
    'npx wrangler r2 object get bucket/0a --file files/0a --remote',
  ])
})

it.each([
  ['../../../etc/passwd'],
  ['0a'],
  [`$(id)${'a'.repeat(27)}`],
  [`${'a'.repeat(32)}\n`],
  [`${'a'.repeat(32)}; id`],
  ['A'.repeat(32)],
])('a name that the store does not give becomes neither a path nor a word of a shell: %j', (name) => {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE case_file (id text, case_id text)')
  database.prepare("INSERT INTO case_file VALUES (?, 'c')").run(name)
  expect(objectNames(database)).toEqual({ ok: false, error: ['证据文件的名字有 1 个不对（case_file）'] })
})

it.each([
  [{}, 'liuchixiang-files'],
  [{ county: 'yuntai' }, 'liuchixiang-yuntai-files'],
  [{ bucket: 'evidence' }, 'evidence'],
  [{ county: '../x' }, undefined],
  [{ bucket: 'a b' }, undefined],
  [{ bucket: '$(id)' }, undefined],
])('the bucket is that of the deploy, or the one that was named: %j', (options, bucket) => {
  expect(readBucket(options)).toBe(bucket)
})
