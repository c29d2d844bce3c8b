import { expect, test } from '@playwright/test'
import { asCsv, ledgerRows } from '../support/old-ledger-rows.ts'
import { check, scriptsOff } from './inspect.ts'
import { sampleStaff, signIn } from './staff.ts'

/** An old ledger: read, columns matched, looked at, stored, left. Scripts on and off. */

test('an old ledger is looked at and stored', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, sampleStaff('town'))
  await page.goto('/desk/register')
  await page.getByRole('link', { name: '导入旧台账' }).click()
  const small = () => page.setViewportSize({ width: 360, height: 740 })
  const checked = async (name: string) => {
    await check(page)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 })
      if (process.env['PICTURES'])
        await page.screenshot({ path: `${process.env['PICTURES']}/${name}-${width}.png`, fullPage: true })
    }
  }
  await small()
  await page.getByRole('button', { name: '读这个文件' }).click()
  await expect(page.getByRole('alert')).toContainText('还没有选文件')
  await checked('upload')
  const rows = ledgerRows(60)
  // Rows of their own for each run: what is stored once is not stored again.
  const now = Date.now()
  const run = `${scriptsOff() ? '甲' : '乙'}${now % 1_000_000}`
  const ofRun = (row: string[]) =>
    row.map((cell, column) =>
      column === 2 && cell !== '' && /^\d+$/.test(row[0] ?? '')
        ? `${cell}${run}`
        : cell.replace(/^第\d+件/, `$&${run}`).replace(/^138/, `13${(now % 5) + (scriptsOff() ? 5 : 0)}`),
    )
  const csv = asCsv(rows.map(ofRun))
  await page
    .getByLabel('选旧台账的文件')
    .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: '读这个文件' }).click()
  await expect(page.getByRole('note')).toContainText('稳控责任人')
  await expect(page.getByLabel('申请人', { exact: true })).toHaveValue('name')
  const own = page.url()
  await checked('columns')
  await page.getByRole('button', { name: '试一遍，先不存' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await checked('check')
  const store = page.getByRole('button', { name: /导入? ?\d+ 行/ })
  if (await store.isVisible()) await store.click()
  await expect(page.getByRole('heading', { level: 1, name: '这份台账导完了' })).toBeVisible({
    timeout: 30_000,
  })
  await checked('done')
  await page
    .getByRole('link', { name: /^20\d\d-\d{6}$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('旧台账：')
  await checked('case')
  // Whoever leaves it drops what was read; others of this account may have one open.
  await page.goto(own)
  await page.getByRole('button', { name: '不导了，删掉读进来的' }).click()
  await expect(page).toHaveURL('/desk/import')
})
