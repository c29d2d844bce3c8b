import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { ledgerQuery } from '#domain/ledger/filter.ts'
import { ledgerPaths } from '#domain/routes/desk.ts'
import { seeOther } from '#http/see-other.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { askedIn, faultyHref } from './address.ts'
import { csvLines, streamOf } from './csv.ts'
import { paperRows } from './read-ledger.ts'
import { sendLedger } from './send.ts'

/** /desk/ledger.csv: the ledger with the same filter, as far as one request can read. It is in the log before the first line is sent. */
export const ledgerCsvRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(ledgerPaths.csv, async (c) => {
    const member = memberOf(c)
    const { faults, ...asked } = askedIn(c)
    if (faults.length > 0) return seeOther(c, faultyHref(c))
    await refreshForScreen(ports)
    const filter = `${ledgerQuery(asked)}`
    await ports.looks.exported(member, { form: 'csv', filter })
    const lines = csvLines(ports.directory, paperRows(ports, member, asked))
    const stream = streamOf(lines, (rows) => ports.looks.exportEnded(member, { form: 'csv', rows }))
    const today = dayOf(ports.clock())
    return sendLedger(c, stream, { type: 'text/csv; charset=utf-8', extension: 'csv', today })
  })
