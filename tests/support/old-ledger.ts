import { writeXlsx } from 'hucre/xlsx'
import { deskPages } from '#domain/routes/desk.ts'
import { ledgerHeads, width } from './old-ledger-rows.ts'
import { type DeskWorld, makeJar, signInAs, type Who } from './staff.ts'
import { origin } from './world.ts'

/** Old ledgers at the door of the desk, as text and as workbooks. */

/** The rows as a workbook, with what is the same in the rows 2 and 3 of forty, and the title, as merged cells. */
export const asWorkbook = (rows: readonly string[][]): Promise<Uint8Array<ArrayBuffer>> => {
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 }]
  const handler = ledgerHeads.indexOf('调解员')
  const sheet = rows.map((row): (string | number | Date | null)[] =>
    row.map((cell, column) => {
      if (cell === '') return null
      if (column === 1 && /^\d{4}-\d+-\d+$/.test(cell))
        return new Date(
          `${cell
            .split('-')
            .map((part) => part.padStart(2, '0'))
            .join('-')}T00:00:00Z`,
        )
      return column === 1 && /^4\d{4}$/.test(cell) ? Number(cell) : cell
    }),
  )
  rows.forEach((row, at) => {
    if (Number(row[0]) % 40 !== 2 || rows[at + 1]?.[0] !== String(Number(row[0]) + 1)) return
    merges.push({ startRow: at, startCol: handler, endRow: at + 1, endCol: handler })
    const below = sheet[at + 1]
    if (below) below[handler] = null
  })
  return writeXlsx({ sheets: [{ name: '2023年', rows: sheet, merges }] }) as Promise<Uint8Array<ArrayBuffer>>
}

/** A person at the page of the import, by the door of the desk. */
export const atImport = async (world: DeskWorld, who: Partial<Who> = {}) => {
  const member = await signInAs(world, { unit: 'qingshi-committee', role: 'lead', ...who })
  const jar = makeJar()
  const headers = () => ({
    cookie: [member.cookie, jar.header()].filter(Boolean).join('; '),
    'sec-fetch-site': 'same-origin',
    origin,
  })
  const get = async (path: string) => jar.take(await world.desk(path, { headers: headers() }))
  const post = async (path: string, fields: Record<string, string> = {}) =>
    jar.take(
      await world.desk(path, { method: 'POST', headers: headers(), body: new URLSearchParams(fields) }),
    )
  const upload = async (file: Uint8Array<ArrayBuffer> | string, more: Record<string, string> = {}) => {
    const body = new FormData()
    body.set('file', new File([file], '台账.csv'))
    return jar.take(
      await world.desk(deskPages.import.path, { method: 'POST', headers: { ...headers(), ...more }, body }),
    )
  }
  const text = async (path: string) => (await get(path)).text()
  /** The form of the columns as its page shows it. */
  const shown = async (path: string): Promise<Record<string, string>> => {
    const html = await text(path)
    const fields: Record<string, string> = {}
    for (const [, name = '', rest = ''] of html.matchAll(
      /<select[^>]*\sname="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
    ))
      fields[name] = /<option value="([^"]*)" selected/.exec(rest)?.[1] ?? ''
    for (const [tag, name = ''] of html.matchAll(/<input[^>]*\sname="([^"]+)"[^>]*>/g)) {
      const value = /\svalue="([^"]*)"/.exec(tag)?.[1] ?? ''
      if (!/type="checkbox"/.test(tag) || /\schecked/.test(tag)) fields[name] = value
    }
    return fields
  }
  /** Reads a file and agrees to what was guessed. @returns the path of the dry run */
  const matched = async (file: Uint8Array<ArrayBuffer> | string, change: Record<string, string> = {}) => {
    const answer = await upload(file)
    const path = answer.headers.get('location')
    if (answer.status !== 303 || !path)
      throw new Error(`${answer.status}: ${(await answer.text()).slice(-3000)}`)
    const chosen = await post(path, { ...(await shown(path)), ...change })
    if (chosen.status !== 303) throw new Error(`${chosen.status}: ${(await chosen.text()).slice(-3000)}`)
    return `${path}/check`
  }
  /** Presses until nothing is left. @returns how often */
  const all = async (check: string) => {
    let presses = 0
    while ((await text(check)).includes('class="button" type="submit"') && presses < 30) {
      presses += 1
      const answer = await post(check)
      if (answer.status !== 303) throw new Error(String(answer.status))
    }
    return presses
  }
  return { ...member, get, post, upload, text, shown, matched, all }
}

/** The counts in the first paragraph of the dry run: rows, to be imported, doubtful, done, not. */
export const countsOn = (html: string): number[] => {
  const line = /一共[\s\S]*?<\/p>/.exec(html)?.[0].replace(/<[^>]*>/g, '') ?? ''
  return [...line.matchAll(/\d+/g)].map(([digits]) => Number(digits))
}
