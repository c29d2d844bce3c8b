import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { withSecrets } from '../../../functions/console/deploy/secrets-file.ts'

const root = mkdtempSync(join(tmpdir(), 'liuchixiang-secrets-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let keysFile = ''
beforeEach(() => {
  keysFile = join(mkdtempSync(join(root, 'one-')), 'keys', 'county.json')
})

it('secrets are in a file beside the keys, for this user alone, while they are sent, and gone afterwards', () => {
  const seen = withSecrets(keysFile, { NOTICES: '{}' }, ([option = '', file = '']) => {
    expect([option, dirname(file), (statSync(file).mode & 0o777).toString(8)]).toEqual([
      '--secrets-file',
      dirname(keysFile),
      '600',
    ])
    return readFileSync(file, 'utf8')
  })
  expect(seen).toBe('{"NOTICES":"{}"}')
  expect(readdirSync(dirname(keysFile))).toEqual([])
})

it('what a killed run left is replaced, and nothing is written without secrets', () => {
  expect(withSecrets(keysFile, {}, (args) => args)).toEqual([])
  expect(existsSync(dirname(keysFile))).toBe(false)
  let left = ''
  withSecrets(keysFile, { A: '1' }, ([, file = '']) => (left = file))
  writeFileSync(left, 'left', { mode: 0o644 })
  withSecrets(keysFile, { A: '2' }, ([, file = '']) => {
    expect(readFileSync(file, 'utf8')).toBe('{"A":"2"}')
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  })
  expect(existsSync(left)).toBe(false)
})

it.each(['INT', 'TERM', 'HUP'])('a run that is ended by SIG%s leaves no file', (signal) => {
  const script = `
    import { spawnSync } from 'node:child_process'
    import { existsSync } from 'node:fs'
    import { withSecrets } from ${JSON.stringify(resolve('functions/console/deploy/secrets-file.ts'))}
    withSecrets(${JSON.stringify(keysFile)}, { A: '1' }, ([, file]) => {
      console.log(existsSync(file))
      spawnSync('sh', ['-c', 'kill -${signal} ' + process.pid + '; sleep 0.2'])
    })`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(stdout).toBe('true\n')
  expect(readdirSync(dirname(keysFile))).toEqual([])
})
