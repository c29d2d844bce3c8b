import type { ParseArgsConfig } from 'node:util'
import { AccountFault, type AccountProblem } from '../console/account-fault.ts'
import { type Given, readArguments, type Takes } from './arguments.ts'
import { ownCommand } from './instance.ts'
import type { Run } from './run.ts'
import { sayUnexpected } from './say-unexpected.ts'

/** A command that cannot do what it was asked; the message is for the person at the terminal. */
export class Refusal extends Error {}

/** Something that the command needs was not given: how it is called is said. */
export class Misuse extends Error {}

/** Prints lines on the terminal. */
export const say = (...lines: string[]): void => {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

const ofAccount: Record<AccountProblem, (username: string) => string> = {
  taken: (username) =>
    `登录名 ${username} 已经有人用了。就是这个人、只是丢了链接或密码的话：sudo ${ownCommand()} staff reset --username ${username}`,
  unknown: (username) => `没有 ${username} 这个登录名。`,
}

const sayUsage = (usage: readonly string[]): string =>
  usage.map((line) => `用法：${ownCommand()} ${line}`).join('\n')

/** What a person reads. */
const messageOf = (error: unknown, usage: readonly string[]): string => {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Misuse) return sayUsage(usage)
  // Ctrl+C or Ctrl+D at a question.
  if (error.name === 'AbortError') return '没有回答，什么都没有做。'
  if (error instanceof AccountFault) return ofAccount[error.problem](error.username)
  return error instanceof Refusal ? error.message : `没有做成：${sayUnexpected(error)}`
}

/**
 * A command from a function: what it throws is printed on standard error and ends the process with 1. Whatever it was given
 * and does not take keeps it from beginning.
 * @param takes its options, and how many other words
 * @param work returns false if it has found something wrong and has said so; anything else is success
 */
export const command =
  <const O extends NonNullable<ParseArgsConfig['options']>>(
    takes: Takes<O>,
    work: (given: Given<O>) => Promise<unknown>,
  ): Run =>
  async (args) => {
    // What a command writes is for its owner; box.json alone is for everybody.
    process.umask(0o077)
    try {
      const given = readArguments(args, takes)
      if (!given.ok)
        throw new Refusal(`写得不对，什么都没有做：${given.error.join('；')}。\n${sayUsage(takes.usage)}`)
      return (await work(given.value)) === false ? 1 : 0
    } catch (error) {
      process.stderr.write(`${messageOf(error, takes.usage)}\n`)
      return 1
    }
  }
