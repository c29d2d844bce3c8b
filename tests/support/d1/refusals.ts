import { changed, inTurn, rows } from './ask.ts'
import type { Case } from './case.ts'

const refused = (sql: string, given: string[] = []): Case => ({ name: sql, given, run: rows(sql) })

/** What no statement of the app may do, and what is left of PRAGMA. */
export const refusalCases: Case[] = [
  ...['BEGIN', 'BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK', 'SAVEPOINT a', 'RELEASE a'].map((sql) =>
    refused(sql),
  ),
  ...["ATTACH ':memory:' AS other", 'DETACH other', 'VACUUM', "VACUUM INTO '/tmp/copy.db'", 'ANALYZE'].map(
    (sql) => refused(sql),
  ),
  ...[
    'PRAGMA journal_mode = DELETE',
    'PRAGMA synchronous = OFF',
    'PRAGMA user_version',
    'PRAGMA writable_schema = on',
  ].map((sql) => refused(sql)),
  ...[
    'PRAGMA foreign_keys',
    'PRAGMA foreign_keys = off',
    'PRAGMA recursive_triggers = on',
    'PRAGMA cache_size',
    'PRAGMA page_count',
  ].map((sql) => refused(sql)),
  ...[
    'PRAGMA defer_foreign_keys',
    'PRAGMA defer_foreign_keys = on',
    'PRAGMA quick_check',
    'PRAGMA integrity_check',
  ].map((sql) => refused(sql)),
  ...[
    'PRAGMA case_sensitive_like = on',
    'PRAGMA ignore_check_constraints = on',
    'PRAGMA legacy_alter_table = on',
    'PRAGMA compile_options',
  ].map((sql) => refused(sql)),
  ...[
    'PRAGMA table_info(t)',
    'PRAGMA table_xinfo(t)',
    'PRAGMA index_list(t)',
    'PRAGMA foreign_key_list(t)',
    'PRAGMA foreign_key_check',
  ].map((sql) => refused(sql, ['CREATE TABLE t (a INTEGER NOT NULL UNIQUE DEFAULT 5)'])),
  ...['PRAGMA optimize', 'PRAGMA database_list', "SELECT name FROM pragma_table_info('t')"].map((sql) =>
    refused(sql, ['CREATE TABLE t (a)']),
  ),
  ...[
    'SELECT sqlite_version()',
    'SELECT sqlite_source_id()',
    "SELECT load_extension('x')",
    'SELECT sqlite_compileoption_get(0)',
  ].map((sql) => refused(sql)),
  ...[
    'SELECT 1; SELECT 2',
    'SELECT 1;',
    'SELECT 1; ',
    'SELECT 1; -- end',
    'SELECT 1 -- end',
    'SELECT 1; /* end */',
    '-- first\nSELECT 1',
  ].map((sql) => refused(sql)),
  { name: 'an empty statement', run: rows('') },
  { name: 'a statement of spaces', run: rows('  \n ') },
  { name: 'a statement that is a comment', run: rows('-- nothing') },
  { name: 'a semicolon', run: rows(';') },
  {
    name: 'two statements that write',
    given: ['CREATE TABLE t (a)'],
    run: inTurn(
      (db) =>
        db
          .prepare('INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)')
          .run()
          .catch(() => null),
      rows('SELECT count(*) AS n FROM t'),
    ),
  },
  {
    name: 'the table of tables cannot be written',
    given: ['CREATE TABLE t (a)'],
    run: changed("UPDATE sqlite_schema SET sql = '' WHERE name = 't'"),
  },
  { name: 'a temporary table', run: changed('CREATE TEMP TABLE x (a)') },
  {
    name: 'explain',
    run: async (db) => (await db.prepare('EXPLAIN QUERY PLAN SELECT 1').all()).results.length,
  },
]
