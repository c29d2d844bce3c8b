import { type Context, Hono } from 'hono'
import { mayUnseal } from '#domain/ledger/export-reason.ts'
import { type LedgerAsked, ledgerQuery, ledgerWords } from '#domain/ledger/filter.ts'
import { mostInCsv, mostInWorkbook } from '#domain/ledger/papers.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages, ledgerPaths, withQuery } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { afterIn } from '../lists/address.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { askedIn, ledgerHref } from './address.ts'
import { LedgerFilterForm } from './filter-form.tsx'
import { namesFor } from './names.ts'
import { LedgerPage } from './page.tsx'
import { ledgerReach, readLedgerPage } from './read-ledger.ts'
import { LedgerRows } from './rows.tsx'
import { tooLong } from './xlsx-routes.ts'

/** /desk/ledger: the ledger (台账) of the desks that a unit sees. */
export const ledgerRoutes = (ports: DeskCasePorts): Hono => {
  const read = async (c: Context, asked: LedgerAsked) => {
    await refreshForScreen(ports)
    const { rows, next } = await readLedgerPage(ports, memberOf(c), asked, afterIn(c))
    return { rows, next, names: await namesFor(ports.directory, rows) }
  }

  return new Hono().get(deskPages.ledger.path, async (c) => {
    const member = memberOf(c)
    const reach = ledgerReach(member)
    const { faults, ...asked } = askedIn(c)
    const views = await ports.views.views(member)
    const shown = faults.length > 0 ? undefined : await read(c, asked)
    const state = {
      value: (name: string) => queryValue(c, name),
      error: (name: string) => faults.find(({ field }) => field === name)?.text,
    }
    const main = (
      <LedgerPage
        unitName={unit(member.unit).name}
        words={ledgerWords(asked.filter, reach)}
        faults={faults}
        form={
          <LedgerFilterForm
            state={state}
            reach={reach}
            open={faults.length > 0 || Object.keys(asked.filter).length > 0}
          />
        }
        rows={shown && <LedgerRows rows={shown.rows} names={shown.names} caption={deskPages.ledger.name} />}
        found={{ cases: shown?.rows.length ?? 0, all: !shown?.next && !afterIn(c) }}
        long={queryValue(c, tooLong.name) === tooLong.value}
        views={views.map(({ name, query }) => ({
          name,
          href: withQuery(deskPages.ledger.path, query),
          current: query === `${ledgerQuery(asked)}`,
        }))}
        papers={[
          { name: '存下这样看', href: ledgerHref(ledgerPaths.views, asked) },
          { name: '打印', href: ledgerHref(ledgerPaths.print, asked) },
        ]}
        files={[
          { name: `存成 XLSX，最多 ${mostInWorkbook} 件`, href: ledgerHref(ledgerPaths.xlsx, asked) },
          { name: `存成 CSV，一份最多查看 ${mostInCsv} 件`, href: ledgerHref(ledgerPaths.csv, asked) },
          ...(mayUnseal(member)
            ? [{ name: '带姓名和经过的 CSV', href: ledgerHref(ledgerPaths.sealed, asked) }]
            : []),
        ]}
        next={shown?.next && ledgerHref(deskPages.ledger.path, asked, shown.next)}
      />
    )
    return deskPage(
      c,
      { title: errorTitle(deskPages.ledger.name, faults.length > 0), current: 'ledger', main },
      faults.length > 0 ? 422 : 200,
    )
  })
}
