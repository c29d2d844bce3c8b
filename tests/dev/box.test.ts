import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { afterAll, expect, it, vi } from 'vitest'
import { freePort } from '../../functions/console/free-port.ts'

/** `npm run box` in this checkout: the program of a box, with the samples. */

// From the folder of the project, as the usual `.wrangler/box`.
const state = 'tests/.output/own-box'
const port = await freePort()
const base = `http://127.0.0.1:${port}`

afterAll(() => rmSync(state, { recursive: true, force: true }))

it('serves pages, forms, the desk and a sample case, and ends when it is told to', async () => {
  rmSync(state, { recursive: true, force: true })
  const box = spawn('node', ['functions/console/box.ts'], {
    env: { PATH: process.env['PATH'], PORT: String(port), LIUCHIXIANG_STATE: state, HISTORY: 'no' },
  })
  const ended = once(box, 'exit')
  let said = ''
  for (const stream of [box.stdout, box.stderr]) stream.on('data', (text) => (said += text))
  try {
    await Promise.race([
      vi.waitFor(() => expect(said).toContain(`网址 ${base}`), { timeout: 200_000, interval: 300 }),
      ended.then(() => Promise.reject(new Error(said))),
    ])
    for (const path of ['/', '/file/', '/statistics/', '/desk/sign-in', '/healthz'])
      expect([path, (await fetch(base + path)).status]).toEqual([path, 200])
    const [, code = ''] = /^\d{4}-\d{6} {2}(\d{4} \d{4} \d{4} \d{4})$/m.exec(said) ?? []
    const followed = await fetch(`${base}/api/v1/cases/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trackingCode: code.replaceAll(' ', '') }),
    })
    expect(followed.status).toBe(200)
    box.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
  } finally {
    box.kill('SIGKILL')
  }
}, 240_000)
