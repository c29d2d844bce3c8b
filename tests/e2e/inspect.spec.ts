import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { axe } from './inspect.ts'
import { fits } from './people.ts'

/** The checks themselves: of a page that is still on its way they see all. */

const start = '<!doctype html>'
const rest = (main: string): string =>
  `<html lang="zh-CN"><title>页面</title><meta name="viewport" content="width=device-width"><main><h1>页面</h1>${main}</main></html>`

/** Answers `/` at once; of any other page the start at once and the rest a second later, with a fault for each check. */
const serve = async (startOfPage: string): Promise<{ server: Server; url: string }> => {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    if (request.url === '/') {
      response.end(start + rest('<p><a href="/next">下一页</a></p>'))
      return
    }
    response.write(startOfPage)
    setTimeout(() => response.end(rest('<img src="data:,"><p style="width: 600px">比手机还宽。</p>')), 1_000)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

for (const [name, check, startOfPage, fault] of [
  ['axe', axe, start, /image-alt/],
  ['axe', axe, `${start}<html lang="zh-CN"><p>`, /image-alt/],
  ['fits', fits, `${start}<html lang="zh-CN"><p>`, /px too wide/],
] as const)
  test(`${name} waits for the rest of a page that begins with ${startOfPage}`, async ({ page }) => {
    const { server, url } = await serve(startOfPage)
    await page.goto(url)
    await page.getByRole('link', { name: '下一页' }).click()
    await expect(check(page)).rejects.toThrow(fault)
    server.close()
  })
