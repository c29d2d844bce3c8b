/**
 * The site's part of `npm run dev` (functions/console/dev.ts): Astro's development server, which also keeps
 * `functions/generated/` up to date. Runs under `node --watch`, which restarts it when a file that the
 * configuration imports changes.
 */
import { spawn } from 'node:child_process'
import { relative } from 'node:path'
import type { AstroIntegration } from 'astro'
import { dev } from 'astro'
import { shellNames, writeShell } from './shell.ts'

const port = Number(process.env['SITE_PORT'])
const address = `http://127.0.0.1:${port}`
const say = (line: string) => process.stderr.write(`${line}\n`)

/**
 * Runs in a process of its own, because the modules it imports may have changed. It prints faults in
 * `content/` itself.
 */
const generate = (): Promise<void> =>
  new Promise((resolve) => {
    spawn(process.execPath, ['site/build/generate.ts'], { stdio: 'inherit' }).on('exit', () => resolve())
  })

const written = new Map<string, string>()

/**
 * Cuts the page shells for the Workers out of the current pages, as the build does at its end.
 * @param always also write them if nothing changed, so that the Worker restarts and drops its cached search
 * index
 */
const takeShells = async (always: boolean): Promise<void> => {
  for (const name of shellNames) {
    const page = await fetch(`${address}/${name}/`).catch(() => undefined)
    // The server is restarting, or the error is already in the terminal.
    if (!page?.ok) return
    const html = (await page.text()).replace('<script type="module" src="/@vite/client"></script>', '')
    if (!always && written.get(name) === html) continue
    writeShell(name, html)
    written.set(name, html)
  }
}

const isSource = (path: string): boolean => /^(content|functions(?!\/generated)|site)\//.test(path)

/** Uses Vite's own watcher; several changes in a row are handled as one. */
const follow: AstroIntegration = {
  name: 'follow',
  hooks: {
    'astro:server:setup': ({ server }) => {
      const changed = new Set<string>()
      let timer: NodeJS.Timeout | undefined
      let before = Promise.resolve()
      const act = async () => {
        const always = [...changed].some((path) => path.startsWith('content/'))
        changed.clear()
        await generate()
        await takeShells(always).catch((error: Error) => say(error.message))
      }
      server.watcher.on('all', (_event, path) => {
        const name = relative(process.cwd(), path)
        if (!isSource(name)) return
        changed.add(name)
        clearTimeout(timer)
        timer = setTimeout(() => {
          before = before.then(act)
        }, 100)
      })
    },
  },
}

/**
 * Retries until the start succeeds, so that a fault in a text does not require running `npm run dev` again.
 */
const begin = async (lastMessage?: string): Promise<void> => {
  // Picks up what changed during a restart; pages need not wait for it.
  const generated = generate()
  try {
    await dev({ server: { host: '127.0.0.1', port }, logLevel: 'warn', integrations: [follow] })
    await generated
    await takeShells(true)
  } catch (error) {
    const { message } = error as Error
    if (message !== lastMessage) say(message)
    setTimeout(() => begin(message), 1000)
  }
}

// Ends at once on a restart, without waiting for open browser connections as Vite's own handler does.
process.on('SIGTERM', () => process.exit())
await begin()
