import { expect, type Page, test } from '@playwright/test'
import { large, m4a, small } from '../support/evidence.ts'
import { check, largePhone } from './large-phone.ts'
import { fits, follow } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** Giving files with scripts, on a narrow phone with text at 200 %. */

const { launchOptions } = largePhone
const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
test.use({ ...largePhone, launchOptions: { ...launchOptions, args: [...launchOptions.args, ...microphone] } })

const photo = { name: 'IMG_20261128_东墙.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(large(300_000)) }
const heic = { name: 'IMG_0044.HEIC', mimeType: 'image/heic', buffer: Buffer.from(m4a(['soun'], 'heic')) }
const note = { name: '欠条.png', mimeType: 'image/png', buffer: Buffer.from(small.png) }

const filing = {
  ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan' },
  ...{ narrative: '屋檐水落到我家院子里。', request: '请他家装水槽。', name: '吴秀兰' },
  ...{ danger: false, consent: true },
}
const fileCase = async (page: Page) => {
  const answer = await page.request.post('/api/v1/cases', { data: filing })
  return (await answer.json()) as { trackingCode: string; caseNumber: string }
}
const openFiles = async (page: Page) => {
  await follow(page, (await fileCase(page)).trackingCode)
  await page.goto('/track/files')
}
const send = (page: Page) => page.getByRole('button', { name: '交上去' }).click()
const given = (page: Page) => page.locator('[data-given] li')
/** Whether the browser would ask before it leaves the page. */
const asksFirst = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

test('three files at once: one is refused, one is cut off and sent again, none is there twice', async ({
  page,
}) => {
  await openFiles(page)
  const field = page.getByLabel('选照片、录音或者 PDF')
  await expect(page.getByText('可以一次选几份')).toBeVisible()
  await field.setInputFiles([photo, heic, note])
  await send(page)
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('不满十四岁')
  await fits(page)

  await page.getByLabel('没有这些').check()
  await page.getByLabel(/^这是什么/).fill('东墙的裂缝')
  let uploads = 0
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/track/files', async (route) => {
    const isUpload = (await route.request().headerValue('content-type'))?.startsWith('multipart/') ?? false
    if (isUpload) uploads += 1
    if (isUpload && uploads === 1) await held
    return isUpload && uploads === 3 ? route.abort() : route.continue()
  })
  await send(page)
  const said = page.getByRole('status').filter({ hasText: '份' })
  await expect(said).toHaveText('正在交第 1 份，共 3 份。请不要离开这一页。')
  await expect(said).toBeFocused()
  await expect(summary).toHaveCount(0)
  await expect(page.getByRole('progressbar')).toHaveCount(1)
  expect(await asksFirst(page)).toBe(true)
  await check(page, true)
  release()

  await expect(said).toHaveText('收下了 1 份。2 份没有收下。')
  await expect(page.getByText('这是 HEIC 格式的照片')).toBeVisible()
  await expect(given(page)).toHaveCount(1)
  expect(await asksFirst(page)).toBe(false)
  await check(page, true)
  await page.getByRole('button', { name: '再试一次：欠条.png' }).click()
  await expect(said).toHaveText('收下了 2 份。1 份没有收下。')
  await expect(given(page)).toHaveCount(2)

  // The same photograph again, with the same words: it is there already.
  await field.setInputFiles(photo)
  await send(page)
  await expect(said).toHaveText('收下了 1 份。原件请自己留好。')
  await page.reload()
  await expect(given(page)).toHaveCount(2)
  // What was sent is not put back.
  await expect(page.getByLabel(/^这是什么/)).toHaveValue('')
})

test('a recording is heard, thrown away, made again, sent and played', async ({ page }) => {
  await openFiles(page)
  await page.getByRole('button', { name: '录一段音' }).click()
  await expect(page.getByRole('timer')).toHaveText(/^0:01，还能录 4:59$/)
  // Not while it runs.
  await send(page)
  await expect(page.getByText('还在录')).toBeVisible()
  await page.getByRole('button', { name: '停' }).click()
  const sound = page.getByLabel('刚录的')
  await expect(sound).toBeVisible()
  const length = () => sound.evaluate((audio: HTMLAudioElement) => audio.readyState)
  await expect.poll(length).toBeGreaterThan(0)
  await check(page, true)
  await page.getByRole('button', { name: '不要了' }).click()
  await expect(sound).toBeHidden()
  await page.clock.install()
  await page.getByRole('button', { name: '录一段音' }).click()
  await expect(page.getByRole('timer')).toHaveText(/^0:01/)
  // It stops by itself.
  await page.clock.fastForward('05:00')
  await expect(page.getByText('录好了，5:00')).toBeVisible()
  await expect(page.getByRole('button', { name: '停' })).toHaveCount(0)

  await page.getByLabel('没有这些').check()
  await send(page)
  await expect(page.getByText('收下了 1 份。')).toBeVisible()
  await expect(sound).toBeHidden()
  await expect(given(page)).toContainText('录音')
  await given(page).getByRole('link').click()
  const played = page.locator('audio')
  await played.evaluate((audio: HTMLAudioElement) => audio.play())
})

test.describe('where the microphone is refused, or there is no recorder', () => {
  test('the page says what to do instead, or nothing', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('refused'))
    })
    await openFiles(page)
    await page.getByRole('button', { name: '录一段音' }).click()
    await expect(page.getByText('请用手机自带的录音机录好')).toBeVisible()
    await page.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'))
    await page.reload()
    await expect(page.getByText('可以一次选几份')).toBeVisible()
    await expect(page.getByRole('button', { name: '录一段音' })).toBeHidden()
  })
})

test('at the desk two files go into a case at once, and nothing records', async ({ page }) => {
  const { caseNumber } = await fileCase(page)
  await signIn(page, sampleStaff('village'))
  await page.goto(`/desk/cases/${caseNumber}/files`)
  await page.getByLabel('选照片、录音或者 PDF').setInputFiles([photo, note])
  await page.getByRole('button', { name: '放进去' }).click()
  await expect(page.getByRole('alert')).toContainText('有 3 处')
  await page.getByLabel(/^办案时/).check()
  await page.getByLabel('这是什么').fill('现场拍的院墙')
  await page.getByLabel(/^照片、录音都是当着人做的/).check()
  await page.getByRole('button', { name: '放进去' }).click()
  await expect(page.getByText('收下了 2 份。')).toBeVisible()
  await fits(page)
  await expect(page.getByRole('button', { name: '录一段音' })).toHaveCount(0)
  await page.getByRole('link', { name: '欠条.png' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('现场拍的院墙')
})
