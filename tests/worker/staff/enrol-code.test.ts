import decodeQR from 'qr/decode.js'
import { expect, it } from 'vitest'
import { makeDeskWorld, visitDesk } from '../../support/staff.ts'
import { entered } from '../../support/staff-account.ts'

/** The code on the page that binds an authenticator, read as a phone reads it. */

/** Paints the runs of a path (`M x y h n …`) as a picture with `scale` points per cell. */
const painted = (path: string, cells: number, scale = 6) => {
  const side = cells * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < Number(length) * scale; column += 1) {
        const at = ((Number(y) * scale + row) * side + Number(x) * scale + column) * 4
        data.fill(0, at, at + 3)
      }
  return { width: side, height: side, data }
}

it('holds the address of the secret that is also written beside it', async () => {
  const world = makeDeskWorld()
  const { person } = await entered(world, { unit: 'qingshi-committee', role: 'lead' })
  const html = await (await person.get('/desk/enrol')).text()
  const [, cells, path] =
    /class="enrol-code" viewBox="0 0 (\d+) \d+".*?fill="#000" d="([^"]+)"/.exec(html) ?? []
  const uri = decodeQR(painted(path ?? '', Number(cells)))
  expect(uri).toMatch(/^otpauth:\/\/totp\//)
  expect(html).toContain(`href="${uri.replaceAll('&', '&amp;')}"`)
  const other = visitDesk(world)
  expect(await (await other.get('/desk/enrol')).text()).not.toContain('enrol-code')
})
