import { changed, inTurn, refused, rows } from './ask.ts'
import type { Case } from './case.ts'

const people = [
  'CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, age INTEGER CHECK (age > 0))',
]
const withChildren = [
  ...people,
  'CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id))',
]
const add = (id: number, name: string) => changed('INSERT INTO p VALUES (?, ?, 1)', id, name)

/** Constraints, triggers, and what statements say that they changed. */
export const schemaCases: Case[] = [
  { name: 'an insert says its row', given: people, run: add(4, 'a') },
  {
    name: 'an update says its rows',
    given: people,
    run: inTurn(add(1, 'a'), add(2, 'b'), changed('UPDATE p SET age = 2')),
  },
  {
    name: 'an update of nothing',
    given: people,
    run: inTurn(add(1, 'a'), changed('UPDATE p SET age = 2 WHERE id = 9')),
  },
  {
    name: 'a statement does not count what an earlier one changed before it failed',
    given: [
      ...people,
      'CREATE TABLE log (name TEXT)',
      'CREATE TRIGGER p_log AFTER INSERT ON p BEGIN INSERT INTO log VALUES (NEW.name); END',
    ],
    run: inTurn(refused(changed("INSERT INTO p VALUES (1, 'a', 1), (2, 'a', 1)")), add(3, 'c')),
  },
  { name: 'a delete says its rows', given: people, run: inTurn(add(1, 'a'), changed('DELETE FROM p')) },
  { name: 'a read says the last row', given: people, run: inTurn(add(5, 'a'), changed('SELECT 1')) },
  { name: 'a new table', run: changed('CREATE TABLE t (a)') },
  { name: 'a table that exists', given: people, run: changed('CREATE TABLE p (a)') },
  {
    name: 'a table made again if it is missing',
    given: people,
    run: changed('CREATE TABLE IF NOT EXISTS p (a)'),
  },
  { name: 'an unknown table', run: rows('SELECT * FROM absent') },
  { name: 'an unknown column', given: people, run: rows('SELECT absent FROM p') },
  { name: 'an unknown function', run: rows('SELECT absent(1)') },
  { name: 'a wrong word', run: rows('SELEC 1') },
  { name: 'a text without an end', run: rows("SELECT 'a") },
  { name: 'a statement without an end', run: rows('SELECT 1 FROM') },
  { name: 'a unique column', given: people, run: inTurn(add(1, 'a'), add(2, 'a')) },
  { name: 'a primary key', given: people, run: inTurn(add(1, 'a'), add(1, 'b')) },
  {
    name: 'a primary key of two columns',
    given: ['CREATE TABLE t (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID'],
    run: inTurn(changed('INSERT INTO t VALUES (1, 2)'), changed('INSERT INTO t VALUES (1, 2)')),
  },
  {
    name: 'a unique index with a condition',
    given: ['CREATE TABLE t (a, b)', 'CREATE UNIQUE INDEX i ON t (a) WHERE b = 1'],
    run: inTurn(
      changed('INSERT INTO t VALUES (1, 0), (1, 0), (1, 1)'),
      changed('INSERT INTO t VALUES (1, 1)'),
    ),
  },
  {
    name: 'a unique index over an expression',
    given: ['CREATE TABLE t (a)', 'CREATE UNIQUE INDEX i ON t (lower(a))'],
    run: inTurn(changed("INSERT INTO t VALUES ('A')"), changed("INSERT INTO t VALUES ('a')")),
  },
  { name: 'a missing value', given: people, run: changed('INSERT INTO p (id) VALUES (1)') },
  { name: 'a check', given: people, run: changed("INSERT INTO p VALUES (1, 'a', 0)") },
  {
    name: 'a check with a name',
    given: ['CREATE TABLE t (a, CONSTRAINT small CHECK (a < 5))'],
    run: changed('INSERT INTO t VALUES (9)'),
  },
  { name: 'a foreign key', given: withChildren, run: changed('INSERT INTO c VALUES (1, 7)') },
  {
    name: 'a foreign key of a deleted row',
    given: withChildren,
    run: inTurn(add(1, 'a'), changed('INSERT INTO c VALUES (1, 1)'), changed('DELETE FROM p')),
  },
  { name: 'a text as the key of a row', given: people, run: changed("INSERT INTO p VALUES ('x', 'a', 1)") },
  { name: 'too few values for a table', given: people, run: changed('INSERT INTO p VALUES (1)') },
  {
    name: 'an insert that ignores what exists',
    given: people,
    run: inTurn(add(1, 'a'), changed("INSERT OR IGNORE INTO p VALUES (1, 'a', 1)")),
  },
  {
    name: 'an insert that replaces',
    given: people,
    run: inTurn(add(1, 'a'), changed("INSERT OR REPLACE INTO p VALUES (1, 'b', 1)")),
  },
  {
    name: 'an insert that becomes an update',
    given: people,
    run: inTurn(
      add(1, 'a'),
      rows(
        "INSERT INTO p VALUES (1, 'b', 1) ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING *",
      ),
    ),
  },
  {
    name: 'an insert that returns',
    given: people,
    run: rows("INSERT INTO p VALUES (3, 'a', 1) RETURNING id, name"),
  },
  {
    name: 'an insert that returns a number above 2^53',
    given: ['CREATE TABLE t (a INTEGER)'],
    run: inTurn(
      (db) =>
        db
          .prepare('INSERT INTO t VALUES (9007199254740993) RETURNING a')
          .all()
          .then(({ results }) => results),
      rows('SELECT count(*) AS n FROM t'),
    ),
  },
  {
    name: 'an update that returns',
    given: people,
    run: inTurn(add(1, 'a'), rows('UPDATE p SET age = 9 RETURNING age')),
  },
  {
    name: 'a delete that returns',
    given: people,
    run: inTurn(add(1, 'a'), rows('DELETE FROM p RETURNING name')),
  },
  {
    name: 'a trigger writes, and its rows are counted',
    given: [
      ...['CREATE TABLE t (a)', 'CREATE TABLE log (a)'],
      'CREATE TRIGGER w AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); INSERT INTO log VALUES (new.a); END',
    ],
    run: inTurn(changed('INSERT INTO t VALUES (1), (2)')),
  },
  {
    name: 'a trigger refuses',
    given: [
      'CREATE TABLE t (a)',
      "CREATE TRIGGER w BEFORE UPDATE ON t BEGIN SELECT RAISE(ABORT, 'E_APPEND_ONLY'); END",
    ],
    run: inTurn(changed('INSERT INTO t VALUES (1)'), changed('UPDATE t SET a = 2')),
  },
  {
    name: 'a trigger ignores',
    given: ['CREATE TABLE t (a)', 'CREATE TRIGGER w BEFORE INSERT ON t BEGIN SELECT RAISE(IGNORE); END'],
    run: inTurn(changed('INSERT INTO t VALUES (1)'), rows('SELECT count(*) AS n FROM t')),
  },
  {
    name: 'a trigger instead of an insert into a view',
    given: [
      ...['CREATE TABLE t (a)', 'CREATE VIEW v AS SELECT a FROM t'],
      'CREATE TRIGGER w INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a * 2); END',
    ],
    run: inTurn(changed('INSERT INTO v VALUES (4)'), rows('SELECT a FROM t')),
  },
  {
    name: 'a replacement fires no delete trigger',
    given: [
      ...['CREATE TABLE t (a PRIMARY KEY, b)', 'CREATE TABLE log (a)'],
      'CREATE TRIGGER w AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.a); END',
      'INSERT INTO t VALUES (1, 1)',
    ],
    run: inTurn(changed('REPLACE INTO t VALUES (1, 2)'), rows('SELECT count(*) AS n FROM log')),
  },
  {
    name: 'a column that is added is read by a statement asked before',
    given: ['CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)'],
    run: inTurn(
      (db) => db.prepare('SELECT * FROM t').all(),
      changed('ALTER TABLE t ADD COLUMN b DEFAULT 5'),
      (db) =>
        db
          .prepare('SELECT * FROM t')
          .all()
          .then(({ results }) => results),
    ),
  },
  {
    name: 'a column that is computed',
    given: ['CREATE TABLE t (a, b AS (a * 2) STORED)'],
    run: inTurn(changed('INSERT INTO t (a) VALUES (4)'), rows('SELECT * FROM t')),
  },
  {
    name: 'a full text search',
    given: [
      "CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = 'trigram')",
      "INSERT INTO t VALUES ('六尺巷的故事')",
    ],
    run: rows("SELECT a FROM t WHERE t MATCH '尺巷的'"),
  },
  {
    name: 'a common table that counts',
    run: rows(
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT sum(i) AS s FROM n',
    ),
  },
  {
    name: 'a window',
    given: ['CREATE TABLE t (a)', 'INSERT INTO t VALUES (3), (1), (2)'],
    run: rows('SELECT a, row_number() OVER (ORDER BY a) AS n, sum(a) OVER (ORDER BY a) AS s FROM t'),
  },
  { name: 'a list in JSON as rows', run: rows('SELECT value, type FROM json_each(?)', '[1, "a", null]') },
  { name: 'a text in double quotes', run: rows('SELECT "no such column" AS v') },
  {
    name: 'values sorted as bytes',
    run: rows("SELECT column1 AS v FROM (VALUES ('b'), ('B'), ('巷'), ('a')) ORDER BY 1"),
  },
  {
    name: 'groups',
    run: rows('SELECT column1 AS v, count(*) AS n FROM (VALUES (1), (1), (NULL)) GROUP BY 1 ORDER BY 1'),
  },
]
