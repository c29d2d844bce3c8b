import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPublicKey } from '../../../functions/box/backup/keys.ts'
import { templateOf, templates } from '../../../functions/box/packaging/templates.ts'

/** Units for several counties on one machine. */

const unitOf = (name: string) => readFileSync(`packaging/systemd/${name}`, 'utf8')

it.each(templates)(
  '%s has nothing of another county: its own account, settings, keys, program and state',
  (name, unit) => {
    const text = templateOf(unitOf(unit))
    expect(name).toMatch(/@\.(service|timer)$/)
    const paths = text.match(/\/(?:etc|opt|var\/lib)\/liuchixiang[^\s:]*/g) ?? []
    expect(paths.filter((path) => !path.includes('/liuchixiang/%i/'))).toEqual([])
    for (const [, value] of text.matchAll(/^(?:User|Group|StateDirectory)=(.*)$/gm))
      expect(value).toBe('liuchixiang-%i')
  },
)

it('the server gets the public key of backups, and starts where there is none', () => {
  const text = templateOf(unitOf('liuchixiang.service'))
  expect(text).toContain('\nLoadCredential=backup-public:/etc/liuchixiang/%i/keys/backup-public\n')
  // systemd takes it where the file is missing (systemd.exec(5)); it is no key.
  const [, instead = ''] = /^SetCredential=backup-public:(\S+)$/m.exec(text) ?? []
  expect([instead, readPublicKey(instead)]).toEqual([expect.stringMatching(/./), undefined])
})

it.each(templates.filter(([, unit]) => unit.endsWith('.service')))(
  '%s is hardened as the unit for one county, line for line',
  (_, unit) => {
    const lines = (text: string) => text.split('\n')
    const [one, several] = [lines(unitOf(unit)), lines(templateOf(unitOf(unit)))]
    expect(several).toHaveLength(one.length)
    const changed = one.filter((line, at) => line !== several[at]).map((line) => line.split('=')[0])
    expect(
      changed.filter((key) =>
        /^(Protect|Private|Restrict|Capability|SystemCall|IPAddress|NoNew)/.test(key ?? ''),
      ),
    ).toEqual([])
    expect(several.join('\n')).toMatch(/^User=liuchixiang-%i$/m)
    expect(several.join('\n')).toMatch(/^Environment=.*LIUCHIXIANG_CONFIG=\/etc\/liuchixiang\/%i\/box\.json/m)
  },
)
