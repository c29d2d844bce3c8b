import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { builtFacts } from '../console/readiness/built.ts'

/**
 * Builds the program of a county's own box: one file of JavaScript, with the built site, the migrations and `facts.json`
 * beside it.
 * Needs `dist/` (npm run build).
 */

/** The file name of the program in its folder. */
export const programFile = 'liuchixiang.mjs'

/**
 * @param folder what it held before is replaced
 * @returns path of the program
 */
export const bundleBox = async (folder = 'dist-box'): Promise<string> => {
  const outfile = join(folder, programFile)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: ['functions/box/main.ts'],
    outfile,
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
  cpSync('dist', join(folder, 'site'), { recursive: true })
  cpSync('migrations', join(folder, 'migrations'), {
    recursive: true,
    filter: (path) => path === 'migrations' || path.endsWith('.sql'),
  })
  return outfile
}

if (import.meta.main) process.stdout.write(`${await bundleBox(process.argv[2])}\n`)
