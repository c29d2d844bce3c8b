import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Vitest global set-up: a single test runs in a fresh clone, where nothing has been built yet. */
export default function setup(): void {
  if (existsSync('functions/generated/shell.ts') && existsSync('dist/index.html')) return
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('The build failed; nothing can be tested.')
}
