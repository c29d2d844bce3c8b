import { spawnSync } from 'node:child_process'

/** Runs wrangler, which uploads Workers and migrations, with its output on this terminal. */
export const runWrangler = (account: string, args: readonly string[]): boolean => {
  const env = {
    ...process.env,
    CLOUDFLARE_ACCOUNT_ID: account,
    WRANGLER_SEND_METRICS: 'false',
    // No questions: the plan was shown already.
    CI: 'true',
  }
  return spawnSync('wrangler', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}
