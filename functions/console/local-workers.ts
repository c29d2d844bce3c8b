import { spawn } from 'node:child_process'
import { say, saySamples } from './local-state.ts'
import { stateFolder } from './secrets.ts'

/** Both Workers on this machine, by wrangler. */

/**
 * Starts them; this process ends when they end, and passes a signal on.
 * @param configs the site's and, behind its service binding, the desk's
 * @param port port on loopback
 * @param more arguments of `wrangler dev` that concern the site's Worker
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
 * Waits until the site answers, keeps the desk's clock going and says that all is ready.
 * @param address where a browser finds the site, without a slash at its end
 * @param workers where wrangler itself answers; the same unless something stands in front
 */
export const announce = async (address: string, workers = address): Promise<void> => {
  const isReady = () =>
    fetch(`${address}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 200))
  saySamples(address)
  // Cloudflare's cron does not run here: a timer calls the desk's scheduled handler, at once and every ten minutes.
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
