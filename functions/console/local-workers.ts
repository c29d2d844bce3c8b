import { spawn } from 'node:child_process'
import { say, saySamples } from './local-state.ts'
import { stateFolder } from './secrets.ts'

/** Runs both Workers on this machine with wrangler. */

/**
 * Starts both Workers. This process ends when they end, and forwards signals to them.
 * @param configs configuration files: the site's first, then the desk's, which is reached by service binding
 * @param port port on loopback
 * @param more further arguments of `wrangler dev` for the site's Worker
 */
export const serveWorkers = (configs: string[], port: string | number, ...more: string[]): void => {
  const server = spawn(
    'wrangler',
    [
      'dev',
      ...more,
      ...configs.flatMap((config) => ['--config', config]),
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--persist-to',
      stateFolder(),
      '--show-interactive-dev-session=false',
      '--log-level',
      'warn',
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
  process.on('exit', () => server.kill())
}

/**
 * Waits until the site answers, starts the desk's schedule and prints that everything is ready.
 * @param address address of the site in the browser, without a trailing slash
 * @param workers address of wrangler itself; differs from `address` behind a proxy
 */
export const announce = async (address: string, workers = address): Promise<void> => {
  const isReady = () =>
    fetch(`${address}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 200))
  saySamples(address)
  // Cloudflare's cron does not run locally: a timer calls the desk's scheduled handler now and every ten
  // minutes.
  const tick = () =>
    fetch(`${workers}/cdn-cgi/local/explorer/api/local/scheduled?worker=liuchixiang-desk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cron: '*/10 * * * *' }),
    }).catch(() => undefined)
  await tick()
  setInterval(tick, 600_000)
  say(`Ready: ${address}/`)
}
