import { changed, inTurn, rows } from './ask.ts'
import type { Case } from './case.ts'

const list = (count: number, text: string) => Array(count).fill(text).join(', ')
const unions = (count: number) => Array(count).fill('SELECT 1').join(' UNION ALL ')
const length = (characters: number) =>
  inTurn(changed('INSERT INTO t VALUES (?)', 'a'.repeat(characters)), rows('SELECT length(a) AS n FROM t'))
const nested = (depth: number) => `SELECT ${'('.repeat(depth)}1${' + 1)'.repeat(depth)} AS v`

/** How much of everything D1 takes. */
export const limitCases: Case[] = [
  { name: '100 values', run: rows(`SELECT 1 IN (${list(100, '?')}) AS v`, ...Array(100).fill(1)) },
  { name: '101 values', run: rows(`SELECT 1 IN (${list(101, '?')}) AS v`, ...Array(101).fill(1)) },
  { name: 'the value of number 101', run: rows('SELECT ?101 AS v') },
  {
    name: '100 columns',
    run: changed(`CREATE TABLE t (${Array.from({ length: 100 }, (_, i) => `c${i}`).join(', ')})`),
  },
  {
    name: '101 columns',
    run: changed(`CREATE TABLE t (${Array.from({ length: 101 }, (_, i) => `c${i}`).join(', ')})`),
  },
  { name: '101 columns of a result', run: rows(`SELECT ${list(101, '1')}`) },
  { name: '5 selects', run: rows(unions(5)) },
  { name: '6 selects', run: rows(unions(6)) },
  { name: 'a pattern of 50 bytes', run: rows('SELECT ? LIKE ? AS v', 'a'.repeat(50), 'a'.repeat(50)) },
  { name: 'a pattern of 51 bytes', run: rows('SELECT ? LIKE ? AS v', 'a'.repeat(51), 'a'.repeat(51)) },
  { name: 'a pattern of 17 Chinese characters', run: rows('SELECT ? LIKE ? AS v', '巷', '巷'.repeat(17)) },
  { name: 'a glob of 51 bytes', run: rows('SELECT ? GLOB ? AS v', 'a', 'a'.repeat(51)) },
  { name: 'a text of 1.9 MB', given: ['CREATE TABLE t (a)'], run: length(1_900_000) },
  { name: 'a text of 2.3 MB', given: ['CREATE TABLE t (a)'], run: length(2_300_000) },
  { name: 'a text of 2.3 MB that is computed', run: rows('SELECT length(hex(zeroblob(1150000))) AS n') },
  { name: 'a statement of 100,000 bytes', run: rows(`SELECT 1 AS v /* ${'a'.repeat(99_970)} */`) },
  { name: 'a statement of 103,000 bytes', run: rows(`SELECT 1 AS v /* ${'a'.repeat(103_000)} */`) },
  { name: '127 arguments', run: rows(`SELECT max(${list(127, '1')}) AS v`) },
  { name: '128 arguments', run: rows(`SELECT max(${list(128, '1')}) AS v`) },
  { name: 'an expression 90 deep', run: rows(nested(90)) },
  { name: 'an expression 120 deep', run: rows(nested(120)) },
  {
    name: 'triggers 12 deep',
    given: [
      ...Array.from({ length: 13 }, (_, i) => `CREATE TABLE t${i} (a)`),
      ...Array.from(
        { length: 12 },
        (_, i) => `CREATE TRIGGER w${i} AFTER INSERT ON t${i} BEGIN INSERT INTO t${i + 1} VALUES (1); END`,
      ),
    ],
    run: changed('INSERT INTO t0 VALUES (1)'),
  },
  { name: 'too few values', run: rows('SELECT ? AS a, ? AS b', 1) },
  { name: 'too many values', run: rows('SELECT ? AS a', 1, 2) },
  { name: 'values for a statement without any', run: rows('SELECT 1 AS a', 1) },
  { name: 'a number that skips one, with all values', run: rows('SELECT ?1 AS a, ?3 AS c', 1, 2, 3) },
  { name: 'a number that skips one, with too few values', run: rows('SELECT ?1 AS a, ?3 AS c', 1, 3) },
  { name: 'a question mark in a text is no parameter', run: rows("SELECT '?' AS a, ? AS b", 1) },
  { name: 'a named parameter', run: rows('SELECT :a AS a', 1) },
  { name: 'a parameter in a condition that is never asked', run: rows('SELECT 1 AS a WHERE 0 AND ? = 1', 5) },
]
