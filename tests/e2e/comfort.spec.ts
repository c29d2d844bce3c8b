import { expect, test } from '@playwright/test'
import { fillForm, sendForm } from './people.ts'

/** Additions by scripts, on which nothing depends. */

const story = { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' }

test('a draft is saved on request only, restored, and deleted after sending', async ({ page }) => {
  await fillForm(page, story)
  await page.reload()
  await expect(page.getByLabel('发生了什么')).toHaveValue('')

  await page.getByLabel('在这部手机上存草稿').check()
  await fillForm(page, story)
  await page.getByLabel('在这部手机上存草稿').check()
  await page.goto('/file/')
  await expect(page.getByLabel('发生了什么')).toHaveValue(story.narrative)
  await expect(page.getByLabel(/申请调解/)).toBeChecked()
  // Consent must be given again each time.
  await expect(page.getByLabel(/我读过了，同意/)).not.toBeChecked()
  await page.getByLabel(/我读过了，同意/).check()
  await sendForm(page)
  await page.goto('/file/')
  await expect(page.getByLabel('发生了什么')).toHaveValue('')
  expect(await page.evaluate(() => window.localStorage.length)).toBe(0)
})

test('unticking the box deletes the draft', async ({ page }) => {
  await page.goto('/file/')
  await page.getByLabel('在这部手机上存草稿').check()
  await page.getByLabel('发生了什么').fill('不想留')
  await page.getByLabel('在这部手机上存草稿').uncheck()
  await page.reload()
  await expect(page.getByLabel('发生了什么')).toHaveValue('')
})

test('each form has its own draft; all are shown, and each can be deleted', async ({ page }) => {
  const drafts = page.locator('[data-drafts] li')
  await page.goto('/file/')
  await page.getByLabel('在这部手机上存草稿').check()
  await page.getByLabel('发生了什么').fill('自己写的')

  await page.goto('/file/from/unpaid-wages/safe.firm.still')
  const given = await page.getByLabel('发生了什么').inputValue()
  await expect(page.getByLabel('在这部手机上存草稿')).not.toBeChecked()
  await expect(drafts).toHaveCount(1)
  await page.getByLabel('在这部手机上存草稿').check()
  await page.getByLabel('发生了什么').fill(`从指引来的${given}`)
  // An answer with errors belongs to the form it came from.
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page).toHaveTitle(/^错误/)
  await page.getByLabel('发生了什么').fill('从指引来的，改过')
  await expect(drafts).toHaveCount(2)

  await page.goto('/file/')
  await expect(page.getByLabel('发生了什么')).toHaveValue('自己写的')
  await drafts.getByRole('link').click()
  await expect(page).toHaveURL('/file/from/unpaid-wages/safe.firm.still')
  await expect(page.getByLabel('发生了什么')).toHaveValue('从指引来的，改过')
  await drafts
    .filter({ has: page.getByRole('link') })
    .getByRole('button', { name: '删掉' })
    .click()
  await expect(drafts).toHaveCount(1)
  await page.goto('/file/')
  await expect(page.getByLabel('发生了什么')).toHaveValue('')
  await drafts.getByRole('button', { name: '删掉' }).click()
  await expect(page.getByText('这部手机上存着的草稿')).toBeHidden()
  expect(await page.evaluate(() => window.localStorage.length)).toBe(0)
})

test('words typed before the scripts have run are in the draft too', async ({ page }) => {
  await page.goto('/file/')
  await page.getByLabel('在这部手机上存草稿').check()
  await page.getByLabel('发生了什么').fill('先写的')
  let release = () => {}
  const slow = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/filing.js', async (route) => {
    await slow
    await route.continue()
  })
  await page.getByRole('button', { name: '下一步：核对信息' }).click({ noWaitAfter: true })
  await expect(page).toHaveTitle(/^错误/)
  await page.getByLabel('发生了什么').fill('后写的')
  release()
  const kept = () => page.evaluate(() => JSON.stringify(Object.values(window.localStorage)))
  await expect.poll(kept).toContain('后写的')
})

test('sending deletes the draft of this filing and no other', async ({ page }) => {
  await page.goto('/file/from/unpaid-wages/safe.firm.still')
  await page.getByLabel('在这部手机上存草稿').check()
  await page.goto('/file/')
  await page.getByLabel('在这部手机上存草稿').check()
  await fillForm(page, story)
  await sendForm(page)
  await page.goto('/file/')
  await expect(page.locator('[data-drafts] li')).toHaveCount(1)
  await expect(page.getByLabel('发生了什么')).toHaveValue('')
})

const refusals = {
  'storage is full or read-only': () => {
    Storage.prototype.setItem = () => {
      throw new Error('full')
    }
  },
  'the browser has no storage': () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new Error('refused')
        },
      })
  },
}

for (const [name, refuse] of Object.entries(refusals))
  test(`where ${name}, the box is cleared and a sentence says so`, async ({ page }) => {
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.addInitScript(refuse)
    await page.goto('/file/')
    await page.getByLabel('在这部手机上存草稿').click()
    await expect(page.getByLabel('在这部手机上存草稿')).not.toBeChecked()
    await expect(page.getByText('草稿没有存下')).toBeVisible()
    await page.getByLabel('发生了什么').fill('还是写完了')
    await page.getByRole('button', { name: '下一步：核对信息' }).click()
    await expect(page.getByLabel('发生了什么')).toHaveValue('还是写完了')
    expect(faults).toEqual([])
  })

test('storage that fills up while somebody writes is said at once', async ({ page }) => {
  await page.goto('/file/')
  await page.getByLabel('在这部手机上存草稿').check()
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new Error('full')
    }
  })
  await page.getByLabel('发生了什么').fill('写着写着满了')
  await expect(page.getByLabel('在这部手机上存草稿')).not.toBeChecked()
  await expect(page.getByText('草稿没有存下')).toBeVisible()
})

test('help appears with the answer, and the character count near the limit', async ({ page }) => {
  await page.goto('/file/')
  await expect(page.getByText('您的安全最要紧')).toBeHidden()
  await page
    .getByRole('group', { name: /眼下有没有人打您/ })
    .getByLabel('有', { exact: true })
    .check()
  await expect(page.getByText('您的安全最要紧')).toBeVisible()
  await page
    .getByRole('group', { name: /眼下有没有人打您/ })
    .getByLabel('没有')
    .check()
  await expect(page.getByText('您的安全最要紧')).toBeHidden()

  await page.getByLabel('您希望怎么解决').fill('字'.repeat(990))
  await expect(page.getByText('还可以写 10 个字')).toBeVisible()
  await page.getByLabel('您希望怎么解决').fill('😀'.repeat(1001))
  await expect(page.getByText('多了 1 个字')).toBeVisible()
})

test('大字 enlarges the text on every page until it is chosen again', async ({ page }) => {
  const size = () =>
    page.locator('html').evaluate((html) => Number.parseFloat(getComputedStyle(html).fontSize))
  await page.goto('/')
  const before = await size()
  await page.getByRole('link', { name: '大字' }).click()
  await expect(page).toHaveURL('/')
  expect(await size()).toBeGreaterThan(before * 1.3)
  await page.goto('/contacts/')
  await expect.poll(size).toBeGreaterThan(before * 1.3)
  await page.getByRole('link', { name: '小字' }).click()
  expect(await size()).toBe(before)
  expect(await page.evaluate(() => window.localStorage.length)).toBe(0)
})

test('大字 leads to a page that says how, where storage is refused', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new Error('refused')
      },
    })
  })
  await page.goto('/')
  await page.getByRole('link', { name: '大字' }).click()
  await expect(page).toHaveURL('/about/accessibility/')
})
