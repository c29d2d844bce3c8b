import { type Instant, spokenInstant } from '#domain/basics/time.ts'
import { ledgerColumns } from '#domain/ledger/columns.ts'
import { mostPrinted } from '#domain/ledger/papers.ts'
import type { LedgerRow } from '#domain/ledger/row.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { PrintButton } from '../ui/print-button.tsx'

interface Props {
  unitName: string
  /** The filter in words. */
  words: string
  now: Instant
  rows: readonly LedgerRow[]
  names: ReadonlyMap<string, string>
  /** True if there are more cases than one print has. */
  more: boolean
}

const Head = () => (
  <thead>
    <tr>
      <th scope="col">序号</th>
      {ledgerColumns.map(({ name }) => (
        <th scope="col">{name}</th>
      ))}
    </tr>
  </thead>
)

/** The ledger on A4 landscape, in an order of filing; its running number is counted for this print only. */
export const LedgerPrintPage = ({ unitName, words, now, rows, names, more }: Props) => (
  <>
    <div class="page-width">
      <PrintButton />
      <p class="soft small no-print">横着印，纸选 A4。</p>
      {more ? (
        <p class="no-print">
          <b>只印前 {mostPrinted} 件。</b>多的请回“{deskPages.ledger.name}”，按登记日期一段一段地印，或者存成
          CSV。
        </p>
      ) : null}
      <article class="ledger-paper">
        <header class="paper-head">
          <h1>
            {unitName}
            {deskPages.ledger.name}
          </h1>
          <p>
            {words}。共 {rows.length} 件，{spokenInstant(now)} 打印。
          </p>
        </header>
        {/* A frame that scrolls must be reachable by keyboard. */}
        <section class="ledger-frame" aria-label={deskPages.ledger.name} tabindex={0}>
          <table>
            <Head />
            <tbody>
              {rows.map((row, index) => (
                <tr>
                  <td>{index + 1}</td>
                  {ledgerColumns.map(({ value }) => (
                    <td>{value(row, names)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </article>
    </div>
    <script src="/form.js" defer></script>
  </>
)
