import { Hono } from 'hono'
import { ledgerQuery, ledgerSorts, ledgerWords } from '#domain/ledger/filter.ts'
import { mostPrinted } from '#domain/ledger/papers.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { seeOther } from '#http/see-other.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { askedIn, faultyHref } from './address.ts'
import { namesFor } from './names.ts'
import { LedgerPrintPage } from './print-page.tsx'
import { firstRows, ledgerReach, paperSort } from './read-ledger.ts'

/** /desk/ledger/print: the ledger with the same filter, to print. It is in the log before it is shown. */
export const ledgerPrintRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(ledgerPaths.print, async (c) => {
    const member = memberOf(c)
    const { faults, filter, sort } = askedIn(c)
    if (faults.length > 0) return seeOther(c, faultyHref(c))
    await refreshForScreen(ports)
    const asked = { filter, sort: paperSort(sort) }
    const { rows, more } = await firstRows(ports, member, asked, mostPrinted)
    const query = `${ledgerQuery(asked)}`
    await ports.looks.exported(member, { form: 'print', filter: query, rows: rows.length })
    const names = await namesFor(ports.directory, rows)
    const main = (
      <LedgerPrintPage
        unitName={unit(member.unit).name}
        words={`${ledgerWords(filter, ledgerReach(member))}，${ledgerSorts[asked.sort]}`}
        now={ports.clock()}
        {...{ rows, names, more }}
      />
    )
    return deskPage(c, { title: deskPages.ledger.name, current: 'ledger', main, paper: true })
  })
