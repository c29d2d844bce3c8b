/**
 * npm run box:package [-- --version 0.2.0]
 * Builds `dist-box/liuchixiang_<version>_<architecture>.deb` for Debian 12 and later: Node, the program, the built site, the
 * migrations, units and documents. Needs dpkg-deb; nothing is compiled. The same sources give the same bytes: all times
 * are SOURCE_DATE_EPOCH, or the time of the last commit.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { architecture, stage } from './stage.ts'

const lastCommit = (): number => {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' })
  return Number(stdout.trim()) || 0
}

const { values } = parseArgs({
  options: { version: { type: 'string' }, to: { type: 'string', default: 'dist-box' } },
})
const version = values.version ?? (JSON.parse(readFileSync('package.json', 'utf8')).version as string)
const seconds = Number(process.env['SOURCE_DATE_EPOCH']) || lastCommit()
const root = join(values.to, 'root')
const stripped = await stage(root, version, seconds)
if (!stripped) process.stderr.write('strip is missing (binutils): the package is larger than it must be.\n')
const file = join(values.to, `liuchixiang_${version}_${architecture()}.deb`)
const { status } = spawnSync(
  'dpkg-deb',
  ['-Zxz', '--root-owner-group', '--build', root, file],
  { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, SOURCE_DATE_EPOCH: String(seconds) } },
)
if (status !== 0) process.exit(status ?? 1)
const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
process.stdout.write(`${file}\n${statSync(file).size} bytes, SHA-256 ${sum}\n`)
