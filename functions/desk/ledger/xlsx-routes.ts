import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { ledgerColumns } from '#domain/ledger/columns.ts'
import { ledgerQuery } from '#domain/ledger/filter.ts'
import { mostInWorkbook } from '#domain/ledger/papers.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import { seeOther } from '#http/see-other.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { writeXlsx, xlsxType } from '../workbook/write-workbook.ts'
import { askedIn, faultyHref, ledgerHref } from './address.ts'
import { namesFor } from './names.ts'
import { firstRows } from './read-ledger.ts'
import { sendLedger } from './send.ts'

/** In the query of the page that says that a ledger is too long for a workbook. */
export const tooLong = { name: 'long', value: 'xlsx' } as const

/** /desk/ledger.xlsx: the ledger with the same filter as a workbook. A longer one leads back to the page, which names CSV. */
export const ledgerXlsxRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(ledgerPaths.xlsx, async (c) => {
    const member = memberOf(c)
    const { faults, ...asked } = askedIn(c)
    if (faults.length > 0) return seeOther(c, faultyHref(c))
    await refreshForScreen(ports)
    const { rows, more } = await firstRows(ports, member, asked, mostInWorkbook)
    const back = ledgerHref(deskPages.ledger.path, asked)
    if (more) return seeOther(c, `${back}${back.includes('?') ? '&' : '?'}${tooLong.name}=${tooLong.value}`)
    await ports.looks.exported(member, { form: 'xlsx', filter: `${ledgerQuery(asked)}`, rows: rows.length })
    const names = await namesFor(ports.directory, rows)
    function* cells() {
      for (const row of rows) yield ledgerColumns.map(({ value }) => value(row, names))
    }
    const head = ledgerColumns.map(({ name }) => name)
    const book = writeXlsx(deskPages.ledger.name, head, cells())
    return sendLedger(c, book, { type: xlsxType, extension: 'xlsx', today: dayOf(ports.clock()) })
  })
