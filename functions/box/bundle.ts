import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { builtFacts } from '../console/readiness/built.ts'
import { writerName } from './paths.ts'

/**
 * Builds the program of a county's own box: one file of JavaScript, and one of the thread that writes, with the built site,
 * the migrations, `facts.json` and `version` beside them. Needs `dist/` (npm run build).
 */

/** The file name of the program in its folder. */
export const programFile = 'liuchixiang.mjs'

/** Source of the thread that writes to the database. */
export const writerEntry = 'functions/store/sqlite/writer-main.ts'

/** The version of this checkout, for a program that gets no other. */
export const ownVersion = (): string => JSON.parse(readFileSync('package.json', 'utf8')).version

/**
 * @param folder what it held before is replaced
 * @param version what `liuchixiang status` says
 * @returns path of the program
 */
export const bundleBox = async (folder = 'dist-box', version = ownVersion()): Promise<string> => {
  const outfile = join(folder, programFile)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: {
      [parse(programFile).name]: 'functions/box/main.ts',
      [parse(writerName).name]: writerEntry,
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Some packages ask for built-in modules with `require`, which a module does not have by itself.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module';const require = requireOf(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  })
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(await builtFacts()))
  writeFileSync(join(folder, 'version'), `${version}\n`)
  cpSync('dist', join(folder, 'site'), { recursive: true })
  cpSync('migrations', join(folder, 'migrations'), {
    recursive: true,
    filter: (path) => path === 'migrations' || path.endsWith('.sql'),
  })
  return outfile
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { version: { type: 'string' } },
  })
  process.stdout.write(`${await bundleBox(positionals[0], values.version)}\n`)
}
