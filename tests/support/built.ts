import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Vitest global setup: builds once if nothing was built yet, so that a single test runs in a fresh clone. */
export default function setup(): void {
  if (existsSync('functions/generated/shell.ts') && existsSync('dist/index.html')) return
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('The build failed; no test can run.')
}
