import type { DatabaseSync } from 'node:sqlite'
import { makeKeys, type Secrets } from '#keys'
import { fitOf } from '#store/key-marks/fitting.ts'
import { type MarkRow, marksOf, notedOf, type SecretName } from '#store/key-marks/marks.ts'
import { type KeyTraces, noTraces, noteSql, traceSql } from '#store/key-marks/traces.ts'
import { openDatabase } from '#store/sqlite/open.ts'
import { random } from '../console/maintenance-ports.ts'
import { tableNames } from './backup/contents.ts'
import { ownCommand } from './instance.ts'
import { newKeysFolder } from './key-files.ts'
import { paperLine } from './paper.ts'
import { readDatabase } from './read-database.ts'

/** Whether the secrets of the machine are those of a database (docs/adr/0072-keys-of-a-database.md). */

/** What a database tells of its secrets; of any version, and empty for one without tables. */
export const tracesIn = (database: DatabaseSync): KeyTraces => {
  const tables = tableNames(database)
  const read = (kind: keyof typeof traceSql) => {
    const { table, sql } = traceSql[kind]
    return tables.includes(table) ? database.prepare(sql).all() : []
  }
  const marks = read('marks')
  // What marks say need not be sought among the cases.
  const rest = marks.length > 0 ? noTraces : { wrapped: read('wrapped'), parts: read('parts') }
  return { ...rest, marks } as unknown as KeyTraces
}

const keysOf = (secrets: Secrets) => makeKeys(secrets, random)

/** Which secrets are not those of a database, from its traces. */
export const misfitsOf = async (traces: KeyTraces, secrets: Secrets): Promise<SecretName[]> =>
  (await fitOf(traces, keysOf(secrets))).misfits

/** Which secrets are not those of a database. @param path the file, which has to be there */
export const misfitsIn = async (path: string, secrets: Secrets): Promise<SecretName[]> =>
  misfitsOf(readDatabase(path, tracesIn), secrets)

/** Looks whether a database that is to be put in place can be read with the secrets of the machine. */
export type KeyCheck = (traces: KeyTraces) => Promise<SecretName[]>

/** @param newPepper its pepper is lost, and that of the machine is taken afterwards (`takePepper`) */
export const keyCheck =
  (secrets: Secrets, newPepper = false): KeyCheck =>
  async (traces) =>
    (await misfitsOf(traces, secrets)).filter((name) => !(newPepper && name === 'code-pepper'))

/** Stores marks; those that are there stay. @param before a statement that runs with it, or not at all */
const writeMarks = (path: string, marks: readonly MarkRow[], before = ''): void => {
  const database = openDatabase(path)
  try {
    database.exec(`BEGIN IMMEDIATE; ${before}`)
    for (const { secret, id, mark } of marks) database.prepare(noteSql).run(secret, id, mark)
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

/**
 * Stores the marks of the secrets that a database lacks, if the secrets are its own.
 * @param path the file, with the schema of this version
 */
export const noteOwnKeys = async (path: string, secrets: Secrets): Promise<void> => {
  const { unnoted } = await fitOf(readDatabase(path, tracesIn), keysOf(secrets))
  if (unnoted.length > 0) writeMarks(path, unnoted)
}

/**
 * Makes the pepper of the machine that of a database whose own one is lost. Its tracking codes, numbers on letters and paper codes open nothing any more.
 * @param path the file, with the schema of this version
 * @returns what follows, in words for a terminal
 */
export const takePepper = async (path: string, secrets: Secrets): Promise<string[]> => {
  const marks = await marksOf(keysOf(secrets))
  writeMarks(path, marks, "DELETE FROM key_mark WHERE secret = 'code-pepper'")
  return [
    '已换成现在的 code-pepper。老的查询码从此都查不了：请在工作台里给当事人换新的。',
    '寄出去的信上的号码、工作人员纸上的备用码也作废了，要重新给。明天的核对码公布以前，verify 会说“公布过的核对码对不上”，不用管它。',
    `两处钥匙纸上 code-pepper 那一行，改成：${paperLine('code-pepper', Buffer.from(secrets.codePepper).toString('base64'))}`,
  ]
}

/**
 * Notes the secrets of the machine in a database that was put together for it and was checked (`keyCheck`).
 * @param path the file, with the schema of this version
 * @returns what follows, in words for a terminal
 */
export const takeKeys = async (path: string, secrets: Secrets, newPepper: boolean): Promise<string[]> => {
  const { marks } = readDatabase(path, tracesIn)
  const own = await marksOf(keysOf(secrets))
  const isNoted = own.every((one) => notedOf(marks, one)?.mark === one.mark)
  // What was not lost is not given up, although somebody said so.
  if (newPepper && !isNoted) return takePepper(path, secrets)
  await noteOwnKeys(path, secrets)
  return []
}

/** What an operator reads of secrets that do not fit. */
export const sayMisfits = (misfits: readonly SecretName[]): string => {
  const names = misfits.join('、')
  return [
    `${names} 和数据库对不上：这个数据库是用另外的钥匙写的。用错的钥匙收下的诉求，以后用对的钥匙打不开。`,
    `请从钥匙纸上找回原来的 ${names}：先 sudo mv ${newKeysFolder()} ${newKeysFolder()}.wrong，再 sudo ${ownCommand()} first-run --keys <抄好的钥匙纸>。`,
    ...(misfits.includes('master-key')
      ? []
      : [
          `原来的 code-pepper 真的找不回来了，才换成现在这一把，老的查询码从此都查不了：sudo ${ownCommand()} keys --new-pepper；恢复和导入时，加上 --new-pepper。`,
        ]),
  ].join('\n')
}
