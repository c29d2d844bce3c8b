import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import type { PageKey } from '#domain/desk/page-key.ts'
import { ledgerColumns } from '#domain/ledger/columns.ts'
import { cutWords } from '#domain/ledger/papers.ts'
import type { StaffDirectory } from '../directory.ts'
import { namesFor } from './names.ts'
import type { PaperStretch } from './read-ledger.ts'

/**
 * The lines of a ledger as CSV, a stretch of rows at a time: nothing is kept but the names of staff. A file that ends before
 * its ledger says so in its last line, with the address of the file that goes on.
 * @param addressAfter the address of a file that begins after a place
 */
export async function* csvLines(
  directory: Pick<StaffDirectory, 'names'>,
  stretches: AsyncIterable<PaperStretch>,
  addressAfter: (place: PageKey) => string,
): AsyncGenerator<{ text: string; rows: number }> {
  const names = new Map<string, string>()
  yield { text: `${byteOrderMark}${csvLine(ledgerColumns.map(({ name }) => name))}`, rows: 0 }
  for await (const { rows, goOn } of stretches) {
    await namesFor(directory, rows, names)
    const lines = rows.map((row) => csvLine(ledgerColumns.map(({ value }) => value(row, names))))
    yield { text: lines.join(''), rows: rows.length }
    if (goOn) yield { text: csvLine([cutWords, addressAfter(goOn)]), rows: 0 }
  }
}

/**
 * A stream of texts that is read only as fast as it is sent.
 * @param ended is called with the number of rows that were sent, however it ended
 */
export const streamOf = (
  lines: AsyncGenerator<{ text: string; rows: number }>,
  ended: (rows: number) => Promise<void>,
): ReadableStream<Uint8Array> => {
  const utf8 = new TextEncoder()
  let sent = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await lines.next()
          if (!done) {
            sent += value.rows
            controller.enqueue(utf8.encode(value.text))
            return
          }
        } catch (error) {
          await ended(sent)
          throw error
        }
        await ended(sent)
        controller.close()
      },
      async cancel() {
        await lines.return(undefined)
        await ended(sent)
      },
    },
    { highWaterMark: 0 },
  )
}
