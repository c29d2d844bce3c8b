import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBoxConfig, readBoxSettings, sayBoxFaults } from '../../../functions/box/config.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'box-config-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const right = { origin: 'https://county.example', state: '/var/lib/liuchixiang' }
const settings = (changes: object) =>
  readBoxSettings(write('box.json', JSON.stringify({ ...right, ...changes })), {})
const key = Buffer.alloc(32, 7).toString('base64')

describe('the settings of a box', () => {
  it('have defaults', () => {
    expect(settings({})).toEqual({
      ok: true,
      value: { ...right, listen: { host: '127.0.0.1', port: 8787 }, proxies: ['127.0.0.1', '::1'] },
    })
  })

  it('take the folder of the state from systemd', () => {
    const path = write('box.json', JSON.stringify({ origin: right.origin }))
    expect(readBoxSettings(path, { state: '/var/lib/private/x' })).toMatchObject({
      value: { state: '/var/lib/private/x' },
    })
    expect(readBoxSettings(path, {}).ok).toBe(false)
  })

  it.each([
    ['a path in the origin', { origin: 'https://county.example/portal' }, 'origin'],
    ['http outside loopback', { origin: 'http://county.example' }, 'origin'],
    ['no address at all', { origin: '县' }, 'origin'],
    ['a name to listen on', { listen: 'localhost:8787' }, 'listen'],
    ['a port that is none', { listen: '127.0.0.1:99999' }, 'listen'],
    ['a proxy by name', { proxies: ['proxy.example'] }, 'proxies: 0'],
    ['a number for an address', { origin: 7, proxies: 'x' }, 'proxies：要写成一列 IP 地址'],
    ['a number in the proxies', { proxies: [7] }, 'proxies: 0：要写 IP 地址'],
    ['an empty folder', { state: '' }, 'state：要写一个文件夹'],
    ['a folder without its beginning', { state: 'data' }, 'state：要写完整的路径，以 / 开头'],
    ['keys without their beginning', { keys: './keys' }, 'keys：要写完整的路径，以 / 开头'],
    ['a word that is unknown', { secret: 'x' }, '没有 secret 这一项'],
  ])('are refused with the place of the fault: %s', (_, changes, place) => {
    const read = settings(changes)
    expect(read.ok).toBe(false)
    const said = read.ok ? '' : sayBoxFaults(read.error)
    expect(said).toContain(place)
    // The path is the folder of this test.
    expect(said.replace(folder, '')).toMatch(/：\p{Script=Han}/u)
    expect(said).not.toMatch(/expected|Invalid/)
  })

  it.each([
    [
      'a key that is there twice',
      '{"origin":"http://127.0.0.1","state":"/a","st\\u0061te":"/b"}',
      'state：写了两次',
    ],
    ['a mark of bytes at its beginning', '\ufeff{"origin":"http://127.0.0.1","state":"/a"}', 'BOM'],
    ['more than any settings', `{"origin":"${'x'.repeat(70_000)}"}`, '太长了'],
  ])('are refused with %s', (_, text, says) => {
    const read = readBoxSettings(write('box.json', text), {})
    expect(read.ok ? '' : sayBoxFaults(read.error)).toContain(says)
  })

  it('may have a value that looks like a key', () => {
    const text = '{"origin":"http://127.0.0.1","state":"/a\\":\\"b","keys":"/state"}'
    expect(readBoxSettings(write('box.json', text), {})).toMatchObject({
      ok: true,
      value: { state: '/a":"b' },
    })
  })

  it('are refused without a file, and with a file that is no JSON', () => {
    const faults = [
      readBoxSettings(join(folder, 'none.json'), {}),
      readBoxSettings(write('box.json', '{'), {}),
      readBoxSettings(write('box.json', '[]'), {}),
    ]
    expect(faults.map((read) => (read.ok ? '' : read.error[0]?.says))).toEqual([
      '没有这个文件，或者没有权限读',
      '不是一段 JSON：看看引号、逗号和括号',
      '要写成一段 JSON，用花括号括起来',
    ])
  })
})

describe('the secrets of a box', () => {
  const config = () => write('box.json', JSON.stringify({ ...right, keys: folder }))

  it('are read from their files, those of systemd first', () => {
    write('master-key', `${key}\n`)
    write('code-pepper', key)
    expect(readBoxConfig(config(), {})).toMatchObject({
      ok: true,
      value: { secrets: { masterKey: new Uint8Array(32).fill(7) } },
    })
    expect(readBoxConfig(config(), { credentials: join(folder, 'elsewhere') }).ok).toBe(false)
  })

  it('that are missing or malformed are named by their file, without the value', () => {
    write('master-key', 'c2hvcnQ=')
    const read = readBoxConfig(config(), {})
    const said = read.ok ? '' : sayBoxFaults(read.error)
    expect(said).toContain(join(folder, 'master-key'))
    expect(said).toContain(join(folder, 'code-pepper'))
    expect(said).not.toContain('c2hvcnQ')
  })

  it('include how notices are sent, and a wrong configuration of them is a fault', () => {
    write('master-key', key)
    write('code-pepper', key)
    write('notices', '{"since":"2026-01-01T00:00:00+08:00","holders":{"by":"local"}}')
    expect(readBoxConfig(config(), {})).toMatchObject({
      ok: true,
      value: { notices: expect.stringContaining('local') },
    })
    write('notices', '{"since":"tomorrow"}')
    const read = readBoxConfig(config(), {})
    expect(read.ok ? '' : sayBoxFaults(read.error)).toContain(
      'notices: since：要写一个时间，照这个样子：2026-12-01T08:00:00+08:00',
    )
  })
})
