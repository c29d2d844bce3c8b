import type { Run } from './run.ts'

/** The subcommands of the program, in the order in which its help lists them. Each is loaded by its first use. */

interface Command {
  /** One line for the help. */
  says: string
  load: () => Promise<{ run: Run }>
}

export const commands: Record<string, Command> = {
  serve: { says: 'serves the site until SIGTERM', load: () => import('./commands/serve.ts') },
}

/** The help: one line for each command. */
export const usage = (): string =>
  [
    'Usage: liuchixiang <command>',
    ...Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(12)}${says}`),
  ].join('\n')
