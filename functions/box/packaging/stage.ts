import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { bundleBox, programFile } from '../bundle.ts'
import { licences } from './licences.ts'
import { templateOf, templates } from './templates.ts'

/** Lays out the files of the package as they will be on the machine. */

/** Where the program, Node and the documents are on the machine. */
const library = 'usr/lib/liuchixiang'
const documents = 'usr/share/doc/liuchixiang'
const unitFolder = 'usr/lib/systemd/system'

/** What is copied as it is: from, to, mode. */
const copies: [string, string, number][] = [
  ['packaging/deb/liuchixiang', 'usr/bin/liuchixiang', 0o755],
  ['packaging/deb/sysusers.conf', 'usr/lib/sysusers.d/liuchixiang.conf', 0o644],
  ...readdirSync('packaging/systemd').map((name): [string, string, number] => [
    `packaging/systemd/${name}`,
    `${unitFolder}/${name}`,
    0o644,
  ]),
  ...readdirSync('packaging/examples').map((name): [string, string, number] => [
    `packaging/examples/${name}`,
    `${documents}/examples/${name}`,
    0o644,
  ]),
  ...readdirSync('docs/box').map((name): [string, string, number] => [
    `docs/box/${name}`,
    `${documents}/${name}`,
    0o644,
  ]),
  ...['postinst', 'prerm', 'postrm'].map((name): [string, string, number] => [
    `packaging/deb/${name}`,
    `DEBIAN/${name}`,
    0o755,
  ]),
]

const debianNames: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' }

/** Name of this machine's architecture in Debian. @throws if there is no package of Node for it */
export const architecture = (): string => {
  const name = debianNames[process.arch]
  if (!name) throw new Error(`no package for ${process.arch}`)
  return name
}

const put = (root: string, from: string, to: string, mode: number): void => {
  mkdirSync(dirname(join(root, to)), { recursive: true })
  cpSync(from, join(root, to))
  chmodSync(join(root, to), mode)
}

/** Paths of all files below a folder, relative to it, in their order. */
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()

const writeControl = (root: string, version: string): void => {
  const files = filesIn(root).filter((path) => !path.startsWith('DEBIAN/'))
  const kilobytes = files.reduce((sum, path) => sum + Math.ceil(statSync(join(root, path)).size / 1024), 0)
  const control = readFileSync('packaging/deb/control', 'utf8')
    .replace('@VERSION@', version)
    .replace('@ARCHITECTURE@', architecture())
    .replace('@SIZE@', String(kilobytes))
  writeFileSync(join(root, 'DEBIAN/control'), control)
  const sums = files.map((path) => {
    const sum = createHash('md5')
      .update(readFileSync(join(root, path)))
      .digest('hex')
    return `${sum}  ${path}\n`
  })
  writeFileSync(join(root, 'DEBIAN/md5sums'), sums.join(''))
}

/** The same rights and times on every machine, whatever its umask and clock. */
const settle = (root: string, seconds: number): void => {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({ path: join(entry.parentPath, entry.name), entry }))
  for (const { path, entry } of [...paths, { path: root, entry: null }]) {
    const mode = entry?.isFile() ? (statSync(path).mode & 0o100 ? 0o755 : 0o644) : 0o755
    chmodSync(path, mode)
  }
  // Afterwards, and the deepest first: a change inside a folder changes its time.
  for (const { path } of paths.toReversed()) lutimesSync(path, seconds, seconds)
  lutimesSync(root, seconds, seconds)
}

/**
 * Lays out the package.
 * @param root what it held before is replaced
 * @param seconds time of every file, since 1970
 * @returns whether debug symbols were removed from Node; without `strip` the package is larger
 */
export const stage = async (root: string, version: string, seconds: number): Promise<boolean> => {
  rmSync(root, { recursive: true, force: true })
  await bundleBox(join(root, library), version)
  const node = realpathSync('node_modules/node/bin/node')
  put(root, node, `${library}/node`, 0o755)
  const stripped = spawnSync('strip', [join(root, library, 'node')]).status === 0
  for (const [from, to, mode] of copies) put(root, from, to, mode)
  for (const [template, unit] of templates)
    writeFileSync(
      join(root, unitFolder, template),
      templateOf(readFileSync(join('packaging/systemd', unit), 'utf8')),
    )
  const bundle = readFileSync(join(root, library, programFile), 'utf8')
  const nodeFolder = `node_modules/node/node_modules/node-${process.platform}-${process.arch}`
  writeFileSync(join(root, documents, 'copyright'), licences(bundle, nodeFolder))
  writeControl(root, version)
  settle(root, seconds)
  return stripped
}
