import type { Base } from '#store/base.ts'
import { chunks } from '#store/listing-rows.ts'
import type { ImportStore } from '#store/ports/importing.ts'

/** What is known of the rows of a ledger: which are cases already, and which are like one. */

/** Fingerprints in one statement: a bound value of D1 has at most 2 MB, one of these 67 bytes in JSON. */
const mostBound = 10_000

/** True for a case that the reader may open: ?2 is their scopes, ?3 their id. */
const shown =
  "EXISTS (SELECT 1 FROM case_listing l WHERE l.case_id = c.id AND l.scope IN (SELECT value FROM json_each(?2))) AND NOT EXISTS (SELECT 1 FROM case_listing o WHERE o.case_id = c.id AND o.scope = 'recused:' || ?3)"
const number = `iif(${shown}, c.number, '') AS number`
// CROSS JOIN keeps the order of reading: the fingerprints first, then each by its key.
const importedSql = `SELECT r.row_key AS row_key, ${number} FROM json_each(?1) k CROSS JOIN ledger_row r ON r.row_key = k.value CROSS JOIN cases c ON c.id = r.case_id`
const likeSql = `SELECT m.like_key AS like_key, m.row_key AS row_key, ${number} FROM json_each(?1) k CROSS JOIN ledger_like m ON m.like_key = k.value CROSS JOIN ledger_row r ON r.row_key = m.row_key CROSS JOIN cases c ON c.id = r.case_id`
const filedSql = `SELECT k.value ->> 'line' AS line, min(c.number) AS number FROM json_each(?1) k CROSS JOIN blind_index b ON b.field = 'name' AND b.hash = k.value ->> 'hash' CROSS JOIN cases c ON c.id = b.case_id AND c.imported = 0 AND c.filed_at >= k.value ->> 'from' AND c.filed_at < k.value ->> 'before' WHERE ${shown} GROUP BY 1`

/** Fingerprints of a row and of what a corrected one has in common with it. */
export const rowKeys = async ({ keys }: Pick<Base, 'keys'>, whole: string, likes: readonly string[]) => {
  const [rowKey = '', ...likeKeys] = await Promise.all([
    keys.mac('blind-ledger', `row ${whole}`),
    ...likes.map((like) => keys.mac('blind-ledger', `like ${like}`)),
  ])
  return { rowKey, likeKeys }
}

export const knowing = (base: Base): Pick<ImportStore, 'knownRows'> => {
  const { d1, keys } = base
  const [imported, like, filed] = [importedSql, likeSql, filedSql].map((sql) => d1.prepare(sql))
  return {
    async knownRows(rows, scopes, reader) {
      const marked = await Promise.all(
        rows.map(async ({ line, whole, likes, person }) => ({
          line,
          ...(await rowKeys(base, whole, likes)),
          people: await Promise.all(
            (person?.names ?? []).map(async (name) => ({
              ...{ line, from: person?.from, before: person?.before },
              hash: await keys.mac('blind-name', name),
            })),
          ),
        })),
      )
      const own = new Set(marked.map(({ rowKey }) => rowKey))
      const ask = async <Row>(
        statement: D1Statement | undefined,
        values: readonly unknown[],
      ): Promise<Row[]> => {
        const found: Row[] = []
        for (const some of chunks([...values], mostBound)) {
          const bound = statement?.bind(JSON.stringify(some), JSON.stringify(scopes), reader)
          found.push(...((await bound?.all<Row>())?.results ?? []))
        }
        return found
      }
      const [asRows, asLikes, asFiled] = await Promise.all([
        ask<{ row_key: string; number: string }>(imported, [...own]),
        ask<{ like_key: string; row_key: string; number: string }>(
          like,
          marked.flatMap(({ likeKeys }) => likeKeys),
        ),
        ask<{ line: number; number: string }>(
          filed,
          marked.flatMap(({ people }) => people),
        ),
      ])
      const byRow = new Map(asRows.map((row) => [row.row_key, row.number]))
      // A row of this very file is no earlier edition of another one.
      const byLike = new Map(
        asLikes.filter((row) => !own.has(row.row_key)).map((row) => [row.like_key, row.number]),
      )
      const lines = <T>(of: (row: (typeof marked)[number]) => T | undefined) =>
        new Map(
          marked.flatMap((row): [number, T][] => {
            const value = of(row)
            return value === undefined ? [] : [[row.line, value]]
          }),
        )
      return {
        imported: lines(({ rowKey }) => byRow.get(rowKey)),
        corrects: lines(({ likeKeys }) =>
          likeKeys.map((key) => byLike.get(key)).find((found) => found !== undefined),
        ),
        filed: new Map(asFiled.map(({ line, number: found }) => [Number(line), found])),
      }
    },
  }
}

type D1Statement = ReturnType<Base['d1']['prepare']>
