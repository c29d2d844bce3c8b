import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { emptyState } from '../../support/box-state.ts'

/** Runs postinst with a systemctl that only notes what it is asked for. */
const postinst = (argument: string, enabled: string[]): string[] => {
  const folder = resolve(emptyState())
  const [script, asked, systemd] = [join(folder, 'postinst'), join(folder, 'asked'), join(folder, 'systemd')]
  mkdirSync(systemd)
  const text = readFileSync('packaging/deb/postinst', 'utf8').replaceAll('/run/systemd/system', systemd)
  writeFileSync(script, text, { mode: 0o755 })
  const isEnabled = enabled.map((unit) => `[ "$3" = ${unit} ] && exit 0`).join('\n')
  writeFileSync(
    join(folder, 'systemctl'),
    `#!/bin/sh\nif [ "$2" = is-enabled ]; then\n${isEnabled}\nexit 1\nfi\necho "$@" >> ${asked}\n`,
    { mode: 0o755 },
  )
  const { status } = spawnSync('sh', [script, argument], {
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
  })
  expect(status).toBe(0)
  return existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : []
}

it.each(['abort-upgrade', 'abort-remove', 'abort-deconfigure'])(
  'after %s what is switched on runs again, and nothing else',
  (argument) => {
    expect(postinst(argument, ['liuchixiang.service'])).toEqual([
      'daemon-reload',
      'start liuchixiang.service',
    ])
    expect(postinst(argument, [])).toEqual(['daemon-reload'])
  },
)

it('the examples of proxies wait for a file of 10 MB at 1 Mbit/s', () => {
  const seconds = (10 * 1024 * 1024 * 8) / 1_000_000
  const caddy = readFileSync('packaging/examples/Caddyfile', 'utf8')
  const [, body, write] = /read_body (\d+)m\s+write (\d+)m/.exec(caddy) ?? []
  expect(Number(body) * 60).toBeGreaterThan(seconds)
  // Counts from the end of the head: the body, then an answer as long.
  expect(Number(write) * 60).toBeGreaterThan(Number(body) * 60 + seconds)
})
