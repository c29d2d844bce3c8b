import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { emptyState } from '../../support/box-state.ts'

const all = ['liuchixiang.service', 'liuchixiang-backup.timer', 'liuchixiang@yuntai.service']

/**
 * Runs a script of the package with a systemctl that only notes what it is asked for.
 * @param enabled units that somebody has switched on
 * @param environment what whoever calls apt has set
 * @returns what systemctl was asked for and which commands of the program were run, and which units are switched on afterwards
 */
const run = (name: string, argument: string, enabled: string[], environment: Record<string, string> = {}) => {
  const folder = resolve(emptyState())
  const [script, asked, systemd] = [join(folder, name), join(folder, 'asked'), join(folder, 'systemd')]
  const wants = join(folder, 'units/multi-user.target.wants')
  mkdirSync(systemd)
  mkdirSync(wants, { recursive: true })
  for (const unit of [...enabled, 'ssh.service']) symlinkSync('/nowhere', join(wants, unit))
  const text = readFileSync(`packaging/deb/${name}`, 'utf8')
    .replaceAll('/run/systemd/system', systemd)
    .replaceAll('/etc/systemd/system', join(folder, 'units'))
  writeFileSync(script, text, { mode: 0o755 })
  const stub = (command: string, does: string) =>
    writeFileSync(join(folder, command), `#!/bin/sh\n${does}\n`, { mode: 0o755 })
  stub('systemctl', `echo "$@" >> ${asked}`)
  stub('liuchixiang', `echo "liuchixiang $@" >> ${asked}`)
  for (const command of ['getent', 'install']) stub(command, 'true')
  const { status } = spawnSync('sh', [script, argument], {
    env: { ...process.env, ...environment, PATH: `${folder}:${process.env['PATH']}` },
  })
  expect(status).toBe(0)
  return {
    asked: existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : [],
    enabled: readdirSync(wants).filter((unit) => unit !== 'ssh.service'),
  }
}

it.each(['abort-upgrade', 'abort-remove', 'abort-deconfigure'])(
  'after %s what is switched on runs again, and nothing else',
  (argument) => {
    expect(run('postinst', argument, all.slice(0, 1)).asked).toEqual([
      'daemon-reload',
      'start liuchixiang.service',
    ])
    expect(run('postinst', argument, all).asked.toSorted()).toEqual(
      ['daemon-reload', ...all.map((unit) => `start ${unit}`)].toSorted(),
    )
    expect(run('postinst', argument, []).asked).toEqual(['daemon-reload'])
  },
)

it('an upgrade makes a backup and stops the server, and then migrates without one only if it was told to', () => {
  const stopped = 'stop liuchixiang-backup.timer liuchixiang.service'
  const restarted = ['daemon-reload', 'restart liuchixiang.service']
  const server = all.slice(0, 1)
  expect(run('prerm', 'upgrade', server).asked).toEqual(['liuchixiang backup --if-any', stopped])
  expect(run('postinst', 'configure', server).asked).toEqual(restarted)
  const without = { LIUCHIXIANG_NO_BACKUP: '1' }
  expect(run('prerm', 'upgrade', server, without).asked).toEqual([stopped])
  expect(run('postinst', 'configure', server, without).asked).toEqual([
    'liuchixiang migrate --no-backup --if-any',
    ...restarted,
  ])
})

it('a removal stops the servers first, and switches them off once the files are gone', () => {
  const before = run('prerm', 'remove', all)
  expect(before.asked).toEqual([
    expect.stringMatching(/^stop .*liuchixiang\.service liuchixiang@\*\.service$/),
  ])
  expect(before.enabled.toSorted()).toEqual(all.toSorted())
  expect(run('postrm', 'remove', all)).toEqual({ asked: ['daemon-reload'], enabled: [] })
  // The new version takes over what is switched on.
  expect(run('postrm', 'upgrade', all).enabled.toSorted()).toEqual(all.toSorted())
})

it.each(['Caddyfile', 'Caddyfile.several', 'nginx.conf'])(
  '%s says in Chinese that the program is away, with the number of the police',
  (file) => {
    const text = readFileSync(`packaging/examples/${file}`, 'utf8')
    expect(text).toMatch(/<html lang=zh-CN>.*请过一分钟再来.*<a href=tel:110>110<\/a>/)
    expect(text).toMatch(/Retry-After"? 60/)
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
