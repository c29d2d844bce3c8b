import { AccountFault, type AccountProblem } from '../console/account-fault.ts'
import { ownCommand } from './instance.ts'
import type { Run } from './run.ts'

/** A command that cannot do what it was asked; the message is for the person at the terminal. */
export class Refusal extends Error {}

/** Prints lines on the terminal. */
export const say = (...lines: string[]): void => {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

const ofAccount: Record<AccountProblem, (username: string) => string> = {
  taken: (username) =>
    `登录名 ${username} 已经有人用了。就是这个人、只是丢了链接或密码的话：sudo ${ownCommand()} staff reset --username ${username}`,
  unknown: (username) => `没有 ${username} 这个登录名。`,
}

/** What a person reads; Node speaks English of options that it does not know. */
const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  // Ctrl+C or Ctrl+D at a question.
  if (error.name === 'AbortError') return '没有回答，什么都没有做。'
  if (error instanceof AccountFault) return ofAccount[error.problem](error.username)
  const isOption = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  return isOption
    ? `选项写得不对（${error.message}）。命令和选项见说明（/usr/share/doc/liuchixiang）`
    : error.message
}

/**
 * A command from a function: what it throws is printed on standard error and ends the process with 1.
 * @param work returns false if it has found something wrong and has said so; anything else is success
 */
export const command =
  (work: (args: string[]) => Promise<unknown>): Run =>
  async (args) => {
    // What a command writes is for its owner; box.json alone is for everybody.
    process.umask(0o077)
    try {
      return (await work(args)) === false ? 1 : 0
    } catch (error) {
      process.stderr.write(`${messageOf(error)}\n`)
      return 1
    }
  }
