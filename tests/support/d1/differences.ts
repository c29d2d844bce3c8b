/**
 * Where node:sqlite differs from local D1, and why that is accepted: names of cases by their reason. A case that is
 * missing here must agree, and one that is listed must differ.
 */

/** The same words without the place in the statement, which node:sqlite does not tell. Nothing of ours reads it. */
export const withoutPlace = [
  'a table that exists',
  'an unknown column',
  'an unknown function',
  'a wrong word',
  'a text without an end',
  '101 values',
  'the value of number 101',
  '128 arguments',
  'SELECT sqlite_version()',
  'SELECT sqlite_source_id()',
  'SELECT sqlite_compileoption_get(0)',
]

export const differences: Record<string, string[]> = {
  'Bytes arrive as bytes, which take an eighth of the memory of D1’s list of numbers; functions/store/bytes.ts reads both.':
    [
      'binds an array of bytes',
      'binds an empty array',
      'binds bytes',
      'binds no bytes',
      'binds a buffer of bytes',
      'binds a view of numbers of two bytes',
      'binds a view of floating numbers',
      'binds a part of bytes',
      "reads x'00ff'",
      "reads x''",
    ],
  'Node replaces half of a pair by one character, D1 by three. Fields of forms cannot hold one: UTF-8 has none.':
    ['binds a lone surrogate'],
  'D1 sends its answer as JSON, which has no infinity. None is stored: a bound one becomes null on both.': [
    'reads 9e999',
    'reads -9e999',
  ],
  '`changed_db` of a statement that changes the schema only. Nothing reads it.': [
    'a new table',
    '100 columns',
  ],
  'Local D1 answers with an internal error and a random number, and starts the database anew.': [
    'a batch that defers a foreign key and leaves it open',
    'a deferred foreign key that is left open',
  ],
  'Local D1 has no bound for a value; D1 of Cloudflare has this one (2,000,000 bytes).': [
    'a text of 2.3 MB',
    'a text of 2.3 MB that is computed',
  ],
  'Refused on both, in other words: the advice of local D1 is about Durable Objects.': [
    ...['BEGIN', 'BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK', 'SAVEPOINT a', 'RELEASE a'],
    ...['VACUUM', "VACUUM INTO '/tmp/copy.db'"],
  ],
  'Stricter here: one connection serves every request, and these would change it for all of them.': [
    ...['PRAGMA foreign_keys', 'PRAGMA foreign_keys = off', 'PRAGMA recursive_triggers = on'],
    ...['PRAGMA case_sensitive_like = on', 'PRAGMA ignore_check_constraints = on'],
    'PRAGMA legacy_alter_table = on',
  ],
  'Stricter here: D1 of Cloudflare documents one statement a text, and `?` or `?1` only.': [
    'SELECT 1; SELECT 2',
    'two statements that write',
    'a named parameter',
  ],
}

/** Where a database that a thread writes to differs from one with one connection. */
export const withThread: Record<string, string[]> = {
  'A read tells the last row of the connection that reads. Nothing asks for it.': [
    'a read says the last row',
  ],
  'A table that another connection made anew is seen at the next step, not while a statement is prepared. The schema of the app changes before it opens its connections.':
    ['a unique index over an expression', 'a replacement fires no delete trigger'],
}
