import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { large, writeCounty } from './made-county.ts'

/** The program of a county of 150 villages, for what the sample county is too small for. */

const county = 'yuntai'
const sources = ['content', 'functions', 'migrations', 'site', 'package.json', 'tsconfig.json']

/**
 * Makes the county in a copy of the sources, and its program. Its static pages are those of the sample, which were built
 * already: only what the program itself answers is the county's own.
 * @param name of its folder; two builds at a time need two
 * @returns path of the program's folder
 */
export const buildLargeCounty = (name: string): string => {
  // Inside the repository, so that the copy finds node_modules.
  const root = resolve('tests/.output', name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  for (const source of sources) cpSync(source, join(root, source), { recursive: true })
  symlinkSync(resolve('dist'), join(root, 'dist'))
  const tables = writeCounty(root, '云台县', large)
  const program = join(root, 'program')
  for (const args of [
    ['functions/console/county-new.ts', ...tables, '--county', county],
    ['site/build/generate.ts'],
    ['functions/box/bundle.ts', program],
  ]) {
    // `county:new` makes what the variable chooses.
    const env = {
      ...process.env,
      ...(args[0] !== 'functions/console/county-new.ts' && { LIUCHIXIANG_COUNTY: county }),
    }
    const { status, stdout, stderr } = spawnSync('node', args, { cwd: root, encoding: 'utf8', env })
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`)
  }
  return program
}
