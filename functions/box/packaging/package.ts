/**
 * npm run box:package [-- --version 0.2.0] [-- --to <folder>]
 * Builds `dist-box/liuchixiang_<version>_<architecture>.deb` for Debian 12 and later: Node, the program, the built site, the
 * migrations, units and documents. Needs dpkg-deb; nothing is compiled. The same sources give the same bytes: all times
 * are SOURCE_DATE_EPOCH, or the time of the last commit.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ownVersion } from '../bundle.ts'
import { buildPackage } from './build.ts'

const lastCommit = (): number => {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' })
  return Number(stdout.trim()) || 0
}

const { values } = parseArgs({
  options: { version: { type: 'string' }, to: { type: 'string', default: 'dist-box' } },
})
const version = values.version ?? ownVersion()
const seconds = Number(process.env['SOURCE_DATE_EPOCH']) || lastCommit()
const { file, bytes, sha256, stripped } = await buildPackage(values.to, version, seconds)
if (!stripped) process.stderr.write('strip is missing (binutils): the package is larger than it must be.\n')
process.stdout.write(`${file}\n${bytes} bytes, SHA-256 ${sha256}\n`)
