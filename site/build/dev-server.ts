/**
 * The site half of `npm run dev` (functions/console/dev.ts): Astro's development server, which also keeps
 * `functions/generated/` up to date. Run under `node --watch`: what the configuration imports starts it anew.
 */
import { spawn } from 'node:child_process'
import { relative } from 'node:path'
import type { AstroIntegration } from 'astro'
import { dev } from 'astro'
import { frameNames, writeFrame } from './shell.ts'

const port = Number(process.env['SITE_PORT'])
const address = `http://127.0.0.1:${port}`
const say = (line: string) => process.stderr.write(`${line}\n`)

/** A process of its own: the modules it reads may have changed. It says itself what is wrong in `content/`. */
const generate = (): Promise<void> =>
  new Promise((resolve) => {
    spawn(process.execPath, ['site/build/generate.ts'], { stdio: 'inherit' }).on('exit', () => resolve())
  })

const written = new Map<string, string>()

/**
 * Cuts the frames for the Workers out of the pages as they are now, as the build does at its end.
 * @param always also where nothing changed: the Worker then starts anew and forgets the index of its search
 */
const takeFrames = async (always: boolean): Promise<void> => {
  for (const name of frameNames) {
    const page = await fetch(`${address}/${name}/`).catch(() => undefined)
    // It starts anew, or what is wrong stands in the terminal already.
    if (!page?.ok) return
    const frame = (await page.text()).replace('<script type="module" src="/@vite/client"></script>', '')
    if (!always && written.get(name) === frame) continue
    writeFrame(name, frame)
    written.set(name, frame)
  }
}

const isSource = (path: string): boolean => /^(content|functions(?!\/generated)|site)\//.test(path)

/** Follows the sources with Vite's own watcher; several changes at once are one. */
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
        await takeFrames(always).catch((error: Error) => say(error.message))
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

/** Begins again until it succeeds: a fault in a text must not need a second `npm run dev`. */
const begin = async (said?: string): Promise<void> => {
  // What changed while it started anew; a page need not wait for it.
  const generated = generate()
  try {
    await dev({ server: { host: '127.0.0.1', port }, logLevel: 'warn', integrations: [follow] })
    await generated
    await takeFrames(true)
  } catch (error) {
    const { message } = error as Error
    if (message !== said) say(message)
    setTimeout(() => begin(message), 1000)
  }
}

// A new start need not wait for browsers that still listen, as Vite's own handler does.
process.on('SIGTERM', () => process.exit())
await begin()
