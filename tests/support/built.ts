import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const made = (script: 'build' | 'client', ...files: string[]): void => {
  if (files.every((file) => existsSync(file))) return
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`npm run ${script} failed; no test can run.`)
}

/** Vitest global setup: builds once if nothing was built yet, so that a single test runs in a fresh clone. */
export default function setup(): void {
  made('build', 'functions/generated/shell.ts', 'dist/index.html')
  made('client', 'tests/generated/client/index.ts')
}
