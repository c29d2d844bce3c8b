import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** A person at a terminal: the command sees a terminal of its own, made by script(1) of util-linux. */

export const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
)

export const keys = { enter: '\r', ctrlC: '\x03', ctrlD: '\x04' } as const

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/**
 * Runs a command and types once each prompt has appeared, in their order.
 * @param typed a part of a prompt, and the keys that answer it
 * @returns exit code, and everything that was shown
 */
export const atTerminal = async (
  command: string[],
  typed: [prompt: string, keys: string][],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<{ status: number | null; shown: string }> => {
  const line = command.map(quoted).join(' ')
  const child = spawn('script', ['-qec', line, '/dev/null'], { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  let [shown, seen] = ['', 0]
  const waiting = [...typed]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    const [next] = waiting
    const at = next ? shown.indexOf(next[0], seen) : -1
    if (!next || at < 0) return
    seen = at + next[0].length
    waiting.shift()
    child.stdin.write(next[1])
  })
  const [status] = await once(child, 'exit')
  return { status, shown }
}
