import { ok, type Result } from '#domain/basics/result.ts'
import { makeKeys, readSecret } from '#keys'
import { fitOf } from '#store/key-marks/fitting.ts'
import type { SecretName } from '#store/key-marks/marks.ts'
import { type KeyTraces, traceSql } from '#store/key-marks/traces.ts'
import { random } from '../maintenance-ports.ts'
import type { Api } from './api.ts'
import type { DeployKeys } from './keys-file.ts'
import { accountPath, askDatabase, type Standing } from './look.ts'

/** Whether the keys of the file are those of the database (docs/adr/0072-keys-of-a-database.md). Only reads. */

/** Says which tables of traces there are. */
const tablesSql = `SELECT name FROM sqlite_schema WHERE name IN (${Object.values(traceSql)
  .map(({ table }) => `'${table}'`)
  .join(', ')})`

const tracesOf = async (api: Api, at: string, id: string): Promise<Result<KeyTraces, string>> => {
  const tables = await askDatabase<{ name: string }>(api, at, id, tablesSql)
  if (!tables.ok) return tables
  const traces: Record<keyof KeyTraces, unknown[]> = { marks: [], wrapped: [], parts: [] }
  for (const kind of ['marks', 'wrapped', 'parts'] as const) {
    // What marks say need not be sought among the cases.
    if (traces.marks.length > 0) break
    const { table, sql } = traceSql[kind]
    if (!tables.value.some(({ name }) => name === table)) continue
    const rows = await askDatabase(api, at, id, sql)
    if (!rows.ok) return rows
    traces[kind] = rows.value
  }
  return ok(traces as unknown as KeyTraces)
}

/**
 * Which keys of the file are not those of the database.
 * @param keys the keys of the file, if there is one
 * @returns none where there is no file, no database or nothing to compare with; a sentence if it could not be read
 */
export const misfitsWith = async (
  api: Api,
  { account, database }: Standing,
  keys: DeployKeys | null,
): Promise<Result<SecretName[], string>> => {
  const [masterKey, codePepper] = [readSecret(keys?.MASTER_KEY), readSecret(keys?.CODE_PEPPER)]
  if (!database || !masterKey || !codePepper) return ok([])
  const traces = await tracesOf(api, accountPath(account), database.id)
  return traces.ok
    ? ok((await fitOf(traces.value, makeKeys({ masterKey, codePepper }, random))).misfits)
    : traces
}
