import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { architecture, stage } from './stage.ts'

/** Compression: `small` for people who download it, `fast` for trials. */
const compressions = { small: ['-Zxz'], fast: ['-Zgzip', '-z1'] }

export interface Package {
  file: string
  bytes: number
  sha256: string
  /** Debug symbols were removed from Node. */
  stripped: boolean
}

/**
 * Builds the package. The same sources, version and time give the same bytes.
 * @param to folder; the layout stays in its folder `root`
 * @param seconds time of every file, since 1970
 * @throws if dpkg-deb is missing or fails
 */
export const buildPackage = async (
  to: string,
  version: string,
  seconds: number,
  compression: keyof typeof compressions = 'small',
): Promise<Package> => {
  const root = join(to, 'root')
  const stripped = await stage(root, version, seconds)
  const file = join(to, `liuchixiang_${version}_${architecture()}.deb`)
  const { status, error } = spawnSync(
    'dpkg-deb',
    [...compressions[compression], '--root-owner-group', '--build', root, file],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, SOURCE_DATE_EPOCH: String(seconds) } },
  )
  if (status !== 0) throw new Error(error?.message ?? `dpkg-deb ended with ${status}`)
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
  return { file, bytes: statSync(file).size, sha256, stripped }
}
