import { describe, expect, it } from 'vitest'
import { importBounds } from '#domain/importing/bounds.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { readWorkbook } from '../../../functions/desk/workbook/read-workbook.ts'
import { archive, asZip64, textCell, workbookParts } from '../../support/archives.ts'
import { sharedDesk } from '../../support/desk-clock.ts'
import { asWorkbook, atImport } from '../../support/old-ledger.ts'
import { asCsv, ledgerHeads, ledgerRows, watcher } from '../../support/old-ledger-rows.ts'

/** What an import refuses: people who do not decide, files that mean harm, what watches people (docs/adr/0055-import.md). */

const world = sharedDesk()

const head = '序号,登记时间,申请人,联系电话,简要情况'
const bytes = (text: string) => new TextEncoder().encode(text)
const rowXml = (row: number, cells: string) => `<row r="${row}">${cells}</row>`
const heads = rowXml(1, textCell('A1', '申请人') + textCell('B1', '简要情况'))
const sheet = (rows: string) => `<sheetData>${heads}${rows}</sheetData>`
const refusalOf = async (answer: Response) => {
  const html = await answer.text()
  return {
    status: answer.status,
    text: /class="field-error"[\s\S]*?<\/p>/.exec(html)?.[0].replace(/<[^>]*>/g, '') ?? '',
  }
}

describe('a file', () => {
  const zeros = new Uint8Array(importBounds.inflated + 1)
  const files: [string, () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>, string][] = [
    ['that is empty', () => new Uint8Array(), '还没有选文件'],
    ['of blanks', () => bytes(',,,\n,,,'), '没有字'],
    ['that is too large', () => new Uint8Array(importBounds.bytes + 1).fill(65), '超过 2 MB'],
    [
      'in the old format',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      '请另存为 xlsx 或 CSV',
    ],
    [
      'that is a web page called .xls',
      () => bytes('<html><table><tr><td>申请人</td></tr></table></html>'),
      '请另存为 xlsx 或 CSV',
    ],
    ['that is no table', () => Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0), '看不懂'],
    [
      'with a million columns',
      () => bytes(`${head}${',甲'.repeat(1_000_000).slice(0, importBounds.bytes / 3)}`),
      '超过 60 列',
    ],
    [
      'with too many rows',
      () => bytes(`${head}\n${'1,2024-1-1,甲,13800001111,事\n'.repeat(importBounds.rows + 30)}`),
      '超过 5000 行',
    ],
    ['cut off in the middle', async () => (await asWorkbook(ledgerRows(5))).slice(0, 3000), '看不懂'],
    [
      'that inflates to more than it may',
      () => archive({ ...workbookParts(sheet('')), 'xl/big.xml': zeros }),
      '太大',
    ],
    [
      'that lies about its size',
      () => archive({ ...workbookParts(sheet('')), 'xl/big.xml': zeros }, { 'xl/big.xml': 10 }),
      '太大',
    ],
    [
      'that is an archive for more than 4 GB',
      async () =>
        asZip64(
          await archive(workbookParts(sheet(rowXml(2, textCell('A2', '张三') + textCell('B2', '事'))))),
        ),
      '看不懂',
    ],
    [
      'with merged cells upon merged cells',
      () =>
        archive(
          workbookParts(
            `${sheet(rowXml(5000, textCell('A5000', '张三')))}<mergeCells>${'<mergeCell ref="A1:BH5000"/>'.repeat(3000)}</mergeCells>`,
          ),
        ),
      '合并的格子太多',
    ],
  ]
  it.each(files)('%s is refused with a sentence', async (_, make, sentence) => {
    const lead = await atImport(world)
    const { status, text } = await refusalOf(await lead.upload(await make()))
    expect([413, 422]).toContain(status)
    expect(text).toContain(sentence)
    expect((await world.db.prepare('SELECT count(*) AS n FROM ledger_draft').first<{ n: number }>())?.n).toBe(
      0,
    )
  })

  it('whose cells stand a million rows and columns apart takes no more memory than its cells', async () => {
    const far = rowXml(1_048_576, textCell('XFD1048576', '远'))
    const read = await readWorkbook(
      await archive(workbookParts(sheet(rowXml(2, textCell('A2', '张三') + textCell('B2', '事')) + far))),
    )
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          ['申请人', '简要情况'],
          ['张三', '事'],
        ],
      },
    })
  })

  it('with entities that grow expands none of them', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "&a${at - 1 < 0 ? '' : at - 1};&a${at - 1 < 0 ? '' : at - 1};">`).join('')}]>`
    const read = await readWorkbook(
      await archive(workbookParts(sheet(rowXml(2, textCell('A2', '&a29;') + textCell('B2', '事'))), bomb)),
    )
    const size = read.ok ? JSON.stringify(read.value).length : 0
    expect(size).toBeLessThan(500)
  })

  it('gives of a formula what it came to when it was saved, and computes nothing', async () => {
    const formula =
      '<c r="A2"><f>1+1</f><v>7</v></c><c r="B2" t="str"><f>WEBSERVICE("https://x.example")</f><v>老话</v></c>'
    const read = await readWorkbook(await archive(workbookParts(sheet(rowXml(2, formula)))))
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          ['申请人', '简要情况'],
          ['7', '老话'],
        ],
      },
    })
  })

  it('with merged cells that cover the sheet is filled inside its bounds', async () => {
    const merged = `${sheet(rowXml(2, textCell('A2', '张三')))}<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`
    const read = await readWorkbook(await archive(workbookParts(merged)))
    expect(read.ok && read.value.rows.every((row) => row.length <= importBounds.columns)).toBe(true)
  })
})

describe('what watches people', () => {
  it('is refused with the reason, and nothing of it is kept', async () => {
    const lead = await atImport(world)
    const path = (await lead.upload(asCsv(ledgerRows(20)))).headers.get('location') ?? ''
    const html = await lead.text(path)
    expect(html).toContain('“稳控责任人”')
    expect(html).toContain('任何组织和个人不得打击报复信访人')
    expect(html).toContain('《信访工作条例》第十八条')
    expect(html).not.toContain(watcher)
    expect(html).not.toContain(`name="column${ledgerHeads.indexOf('稳控责任人')}"`)
    const check = await lead.matched(asCsv(ledgerRows(20)))
    for (const page of [check, check.replace(/check$/, 'rest')])
      expect(await lead.text(page)).not.toContain(watcher)
    await lead.all(check)
    const staff = await world.db.prepare('SELECT id FROM ledger_draft WHERE part = 1').all<{ id: string }>()
    for (const { id } of staff.results) {
      const draft = await world.ports.store.draft(id, lead.id, world.time.now)
      expect(JSON.stringify(draft)).not.toContain(watcher)
    }
  })

  it('refuses a whole table of such people, by its title or the name of its sheet', async () => {
    const lead = await atImport(world)
    const titled = await lead.upload(`2023年重点人员稳控台账,,,,\n${head}\n1,2023-1-1,张三,13800001111,事`)
    expect((await refusalOf(titled)).text).toContain('整张不收')
    expect(
      (
        await world.db
          .prepare('SELECT count(*) AS n FROM ledger_draft WHERE staff = ?')
          .bind(lead.id)
          .first<{ n: number }>()
      )?.n,
    ).toBe(0)
  })

  it('goes when the head is put right', async () => {
    const lead = await atImport(world)
    const text = `甲,乙,丙,丁\n填表,单位,青石,稳当\n申请人,简要情况,登记时间,包保领导\n张三,事,2023-1-1,${watcher}`
    const path = (await lead.upload(text)).headers.get('location') ?? ''
    expect((await lead.shown(path))['head']).toBe('3')
    expect(await lead.text(path)).toContain('“包保领导”')
  })
})

describe('a person', () => {
  it.each([
    ['who handles cases', { role: 'handler' as const }],
    ['who keeps accounts', { role: 'admin' as const, unit: 'qingshi-centre' }],
  ])('%s finds no such page', async (_, who) => {
    const member = await atImport(world, who)
    expect((await member.get(deskPages.import.path)).status).toBe(404)
    expect((await member.upload(head)).status).toBe(404)
    expect(await member.text('/desk/')).not.toContain(deskPages.import.path)
  })

  it('opens only the ledgers that they read themselves', async () => {
    const lead = await atImport(world)
    const other = await atImport(world)
    const check = await lead.matched(asCsv(ledgerRows(3)))
    const path = check.replace(/\/check$/, '')
    for (const page of [path, check, `${path}/rest`]) expect((await other.get(page)).status, page).toBe(404)
    for (const page of [path, check, `${path}/drop`]) expect((await other.post(page)).status, page).toBe(404)
    expect((await lead.get(check)).status).toBe(200)
    await world.db.prepare('UPDATE ledger_draft SET expires_at = ?').bind(world.time.now).run()
    expect((await lead.get(check)).status).toBe(404)
  })

  it('cannot send a file from another site’s page', async () => {
    const lead = await atImport(world)
    const answer = await lead.upload(`${head}\n1,2023-1-1,张三,13800001111,事`, {
      'sec-fetch-site': 'cross-site',
      origin: 'https://elsewhere.example',
    })
    expect(answer.status).toBe(403)
  })
})
