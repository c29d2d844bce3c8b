import { type ParseArgsConfig, parseArgs } from 'node:util'
import { fail, ok, type Result } from '#domain/basics/result.ts'

/** What stands after the name of a command. Node would speak English of what is wrong there. */

type Options = NonNullable<ParseArgsConfig['options']>

/** What a command takes. */
export interface Takes<O extends Options> {
  /** How it is called, each way without the name of the program. */
  usage: readonly string[]
  options?: O
  /** How many words that belong to no option it takes at most; none if absent. */
  words?: number
}

/** What a command was given. */
export interface Given<O extends Options> {
  words: string[]
  values: ReturnType<typeof parseArgs<{ options: O }>>['values']
}

/**
 * Reads the words after the name of a command.
 * @returns words and options; or everything that the command does not take, in words for a terminal
 */
export const readArguments = <const O extends Options>(
  args: string[],
  { options, words = 0 }: Takes<O>,
): Result<Given<O>, string[]> => {
  // Not strict: what is wrong is in the tokens.
  const read = parseArgs({
    args,
    options: { ...options },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const faults = read.tokens.flatMap((token) => {
    if (token.kind !== 'option') return []
    const { name, rawName, value, inlineValue } = token
    const type = options && Object.hasOwn(options, name) ? options[name]?.type : undefined
    if (type === undefined) return `没有 ${rawName} 这个选项`
    if (type === 'boolean') return value === undefined ? [] : `${rawName} 后面不写别的`
    return value === undefined || (!inlineValue && value.startsWith('-')) ? `${rawName} 后面没有写内容` : []
  })
  const more = read.positionals.slice(words).map((word) => `多了“${word}”`)
  return faults.length + more.length > 0
    ? fail([...faults, ...more])
    : ok({ words: read.positionals, values: read.values as Given<O>['values'] })
}
