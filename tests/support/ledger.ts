import { ledgerPaths } from '#domain/routes/desk.ts'
import type { Role } from '#domain/staff/staff.ts'
import { type DeskWorld, signInAs, visitDesk } from './staff.ts'

/** The files of a ledger, as a spreadsheet reads them. */

/** Cells of a CSV (RFC 4180). */
export const cellsOf = (csv: string): string[][] => {
  const lines: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  for (let line: string[] = [], found = cell.exec(csv); found; found = cell.exec(csv)) {
    const [, quoted, plain = '', end] = found
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ',') {
      lines.push(line)
      line = []
    }
  }
  return lines
}

/** A member of staff who saves the ledger of their unit. */
export const atLedger = async (world: DeskWorld, unit: string, role: Role = 'lead', name = '测试员') => {
  const who = await signInAs(world, { unit, role, name })
  const visit = visitDesk(world, who.cookie)
  const csv = async (query = '') => {
    const bytes = await (await visit.get(`${ledgerPaths.csv}${query}`)).arrayBuffer()
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  }
  const print = async (query = '') => (await visit.get(`${ledgerPaths.print}${query}`)).text()
  return {
    ...visit,
    csv,
    print,
    member: { id: who.id, username: who.id, name, unit, role },
    /** The rows of a CSV without its head. */
    rows: async (query = '') => cellsOf((await csv(query)).slice(1)).slice(1),
    /** The rows of their log, newest first. */
    log: async () =>
      (
        await world.db
          .prepare('SELECT kind, data FROM desk_log WHERE subject = ? ORDER BY id DESC')
          .bind(who.id)
          .all<{ kind: string; data: string }>()
      ).results.map(({ kind, data }) => ({ kind, ...(JSON.parse(data) as object) })),
  }
}

/** Fills the lists with cases that were filed one after another and have ended or not, by plain SQL. */
export const fillLedger = async (world: DeskWorld, count: number, scopes: string[], from = 0) => {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count})`
  const id = "printf('%032x', i)"
  const unit = 'qingshi-liuwan-committee'
  const filed =
    '{"track":"mediation","category":"neighbour","region":"qingshi-liuwan","about":"none","danger":false,"channel":"visit","clocks":[{"days":3,"rule":"county-tell","workdays":true},{"days":90,"rule":"county-ceiling","workdays":false}]}'
  const hash = "printf('%064x', i)"
  const event = (seq: number, kind: string, data: string, which: string) =>
    `INSERT INTO case_event SELECT ${id}, ${seq}, '${kind}', '${seq > 2 ? 'staff:x' : 'party:1'}', ${world.time.now} - i * 1000, '${unit}', '${seq > 2 ? unit : ''}', '${data}', '', NULL, ${seq === 1 ? `'${'0'.repeat(64)}'` : hash}, ${hash} FROM n${which}`
  await world.db.batch(
    [
      `INSERT INTO cases (id, number, track, category, region, status, level, unit, about, danger, subject, filed_at, head_seq, head_hash, next_change_at, colour) SELECT ${id}, '2024-' || (1000000 + i), 'mediation', 'neighbour', 'qingshi-liuwan', 'settled', 'village', '${unit}', 'none', 0, '屋檐滴水，两家争了几句', ${world.time.now} - i * 1000, 5, 'x', NULL, 0 FROM n`,
      event(1, 'filed', filed, ''),
      event(2, 'party', '{"party":1,"side":"complainant"}', ''),
      event(
        3,
        'accepted',
        '{"clocks":[{"days":30,"rule":"mediation-local","workdays":false}],"people":2}',
        '',
      ),
      event(4, 'mediating', '{}', ''),
      event(5, 'settled', '{"form":"written","effectiveOn":"2026-11-20"}', ' WHERE i % 2 = 0'),
      ...scopes.map(
        (scope) =>
          `INSERT INTO case_listing SELECT ${id}, '${scope}', i % 2, 9e12 + i, 0, '', i, NULL, NULL, 0, ${world.time.now} - i * 1000, 0, '' FROM n`,
      ),
    ].map((sql) => world.db.prepare(sql.replace('SELECT', `${numbers} SELECT`))),
  )
}
