import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { ledgerQuery } from '#domain/ledger/filter.ts'
import { paperStretch } from '#domain/ledger/papers.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import { afterIn } from '../lists/address.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { askedIn, faultyHref, ledgerHref } from './address.ts'
import { csvLines, streamOf } from './csv.ts'
import { paperRows } from './read-ledger.ts'
import { sendLedger } from './send.ts'

/**
 * /desk/ledger.csv: the ledger with the same filter, as far as one request can read, from the start or after a place. It is in
 * the log before the first line is sent.
 */
export const ledgerCsvRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(ledgerPaths.csv, async (c) => {
    const member = memberOf(c)
    const { faults, ...asked } = askedIn(c)
    if (faults.length > 0) return seeOther(c, faultyHref(c))
    const start = afterIn(c)
    // An address that lost its end must not begin anew unnoticed.
    if (!start && queryValue(c, 'after')) return seeOther(c, ledgerHref(deskPages.ledger.path, asked))
    await refreshForScreen(ports)
    const filter = `${ledgerQuery(asked)}`
    await ports.looks.exported(member, { form: 'csv', filter })
    const { origin } = new URL(c.req.url)
    const rows = paperRows(ports, member, asked, { ...paperStretch, start })
    const lines = csvLines(
      ports.directory,
      rows,
      (place) => `${origin}${ledgerHref(ledgerPaths.csv, asked, place)}`,
    )
    const stream = streamOf(lines, (sent) => ports.looks.exportEnded(member, { form: 'csv', rows: sent }))
    const today = dayOf(ports.clock())
    return sendLedger(c, stream, { type: 'text/csv; charset=utf-8', extension: 'csv', today })
  })
