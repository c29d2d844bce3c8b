import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { codeAt } from '../../functions/console/totp.ts'

/** Sample accounts of the server under test, and how they sign in. */

export type SampleName = 'grid' | 'village' | 'town' | 'county' | 'petition' | 'admin'

export interface Credentials {
  username: string
  password: string
  /** Secret of the authenticator, or empty without one. */
  secret: string
}

/** Reads the credentials that `npm start` generated on this machine. */
export const sampleStaff = (wanted: SampleName): Credentials => {
  const file = join(process.env['LIUCHIXIANG_STATE'] ?? '.wrangler/state', 'sample-staff.txt')
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [username = '', password = '', secret = ''] = line.split(/\s+/)
    if (username === wanted) return { username, password, secret: secret === '-' ? '' : secret }
  }
  throw new Error(`no sample account ${wanted}`)
}

/**
 * Signs in with the password and, if a factor is bound, a code. A code works once and tests run in parallel: the codes
 * that are valid now are tried in turn, then the next one is awaited.
 */
export const signIn = async (page: Page, { username, password, secret }: Credentials): Promise<void> => {
  const out = page.getByRole('button', { name: '退出', exact: true })
  const refused = page.getByRole('alert')
  // All waits together are longer than two codes last.
  for (const step of [0, 1, -1, ...Array<number>(12).fill(1)]) {
    await page.goto('/desk/sign-in')
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    if (secret) {
      await page.getByLabel('动态码').fill(await codeAt(secret, Date.now() + step * 30_000))
      await page.getByRole('button', { name: '进入工作台' }).click()
    }
    await expect(out.or(refused).first()).toBeVisible()
    if (await out.isVisible()) return
    if (step !== 0) await page.waitForTimeout(5_000)
  }
  throw new Error(`${username} cannot sign in`)
}

export const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await expect(page).toHaveURL('/desk/sign-in')
}

/**
 * Accepts a new case of 柳湾村 in a browser of its own, as the village's mediator does. Not with a console command:
 * that writes to the database file of the running server, and the server's SQLite does not wait for another writer.
 */
export const acceptCase = async (
  browser: Browser,
  number: string,
  words: { subject: string; message: string },
): Promise<void> => {
  const context = await browser.newContext()
  const desk = await context.newPage()
  await signIn(desk, sampleStaff('village'))
  await desk.goto(`/desk/cases/${number}/accepted`)
  await desk.getByLabel('事由').fill(words.subject)
  await desk.getByLabel(/^给申请人的话/).fill(words.message)
  await desk.getByRole('button', { name: '受理', exact: true }).click()
  await expect(desk.getByText('受理：已经记下')).toBeVisible()
  await context.close()
}
