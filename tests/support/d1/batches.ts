import { batch, changed, inTurn, rows } from './ask.ts'
import type { Case } from './case.ts'

const t = ['CREATE TABLE t (a INTEGER PRIMARY KEY)']
const all = 'SELECT a FROM t ORDER BY a'
const family = [
  'CREATE TABLE p (id INTEGER PRIMARY KEY)',
  'CREATE TABLE c (p INTEGER NOT NULL REFERENCES p (id))',
  'CREATE TABLE d (p INTEGER NOT NULL REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED)',
]

/** Batches: whole or not at all, results in order. */
export const batchCases: Case[] = [
  {
    name: 'a batch stores all',
    given: t,
    run: batch(['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (2)'], all),
  },
  {
    name: 'a batch with an error stores nothing',
    given: t,
    run: batch(['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (2)'], all),
  },
  {
    name: 'a batch with an unknown table stores nothing',
    given: t,
    run: batch(['INSERT INTO t VALUES (1)', 'INSERT INTO absent VALUES (1)'], all),
  },
  {
    name: 'a batch with a wrong number of values stores nothing',
    given: t,
    run: batch(['INSERT INTO t VALUES (1)', ['INSERT INTO t VALUES (?)']], all),
  },
  {
    name: 'a batch takes back a new table',
    given: t,
    run: batch(
      ['CREATE TABLE u (a)', 'INSERT INTO u VALUES (1)', 'SELECT * FROM absent'],
      "SELECT name FROM sqlite_schema WHERE name IN ('t', 'u')",
    ),
  },
  {
    name: 'a batch uses the table it makes',
    run: batch(['CREATE TABLE u (a)', 'INSERT INTO u VALUES (1)', 'SELECT a FROM u'], 'SELECT a FROM u'),
  },
  {
    name: 'a batch reads what it wrote, in order',
    given: t,
    run: batch([all, 'INSERT INTO t VALUES (5)', all, 'DELETE FROM t', all]),
  },
  {
    name: 'a batch knows the row of the statement before',
    given: t,
    run: batch(['INSERT INTO t DEFAULT VALUES', 'SELECT last_insert_rowid() AS id', 'SELECT changes() AS n']),
  },
  { name: 'a batch of reads', given: t, run: batch(['SELECT 1 AS a', 'SELECT 2 AS b']) },
  { name: 'an empty batch', run: batch([]) },
  { name: 'a batch with an empty statement', given: t, run: batch(['INSERT INTO t VALUES (1)', ''], all) },
  { name: 'a batch of comments', run: batch(['-- nothing']) },
  {
    name: 'a batch returns rows of what it writes',
    given: t,
    run: batch(
      [
        ['INSERT INTO t VALUES (?) RETURNING a', 3],
        ['UPDATE t SET a = ? RETURNING a', 4],
      ],
      all,
    ),
  },
  {
    name: 'a batch with two columns of one name',
    run: batch(['SELECT 1 AS a, 2 AS a']),
  },
  {
    name: 'a batch with a foreign key that fails at once',
    given: family,
    run: batch(['INSERT INTO c VALUES (1)', 'INSERT INTO p VALUES (1)'], 'SELECT * FROM c'),
  },
  {
    name: 'a batch that defers foreign keys',
    given: family,
    run: batch(
      ['PRAGMA defer_foreign_keys = on', 'INSERT INTO c VALUES (1)', 'INSERT INTO p VALUES (1)'],
      'SELECT * FROM c',
    ),
  },
  {
    name: 'a batch that defers a foreign key and leaves it open',
    given: family,
    run: batch(['PRAGMA defer_foreign_keys = on', 'INSERT INTO c VALUES (1)'], 'SELECT * FROM c'),
  },
  {
    name: 'a deferred foreign key that is left open',
    given: family,
    run: batch(['INSERT INTO d VALUES (1)'], 'SELECT * FROM d'),
  },
  {
    name: 'writes at the same time, of which one fails, store the others',
    given: family,
    run: async (db) => {
      const settled = await Promise.allSettled([
        db.prepare('INSERT INTO p VALUES (1)').run(),
        db.prepare('INSERT INTO c VALUES (9)').run(),
        db.prepare('INSERT INTO p VALUES (1)').run(),
        db.prepare('INSERT INTO p VALUES (2)').run(),
      ])
      const kinds = settled.map((one) => (one.status === 'fulfilled' ? 'stored' : `${one.reason}`))
      return {
        kinds,
        left: await rows(
          'SELECT (SELECT count(*) FROM p) AS p, (SELECT count(*) FROM c) AS c, (SELECT count(*) FROM d) AS d',
        )(db),
      }
    },
  },
  {
    name: 'numbers drawn at the same time are all different',
    given: ['CREATE TABLE n (v INTEGER)', 'INSERT INTO n VALUES (0)'],
    run: async (db) => {
      const drawn = await Promise.all(
        Array.from({ length: 20 }, () => db.prepare('UPDATE n SET v = v + 1 RETURNING v').first('v')),
      )
      return [...drawn].sort((a, b) => Number(a) - Number(b))
    },
  },
  {
    name: 'exec of two lines',
    run: async (db) => (await db.exec('CREATE TABLE t (a)\nINSERT INTO t VALUES (1)')).count,
  },
  {
    name: 'exec with an error',
    given: t,
    run: inTurn((db) =>
      db
        .exec('INSERT INTO t VALUES (1)\nINSERT INTO absent VALUES (1)')
        .catch((error: Error) => error.message),
    ),
  },
  {
    name: 'exec with an error stores nothing',
    given: t,
    run: inTurn(
      (db) => db.exec('INSERT INTO t VALUES (1)\nINSERT INTO t VALUES (1)').catch(() => null),
      rows(all),
    ),
  },
  {
    name: 'a failed statement leaves the next one free',
    given: t,
    run: inTurn(
      (db) =>
        db
          .prepare('INSERT INTO t VALUES (1), (1)')
          .run()
          .catch(() => null),
      changed('INSERT INTO t VALUES (2)'),
    ),
  },
]
