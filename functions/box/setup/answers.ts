import { createInterface } from 'node:readline/promises'
import { findUnit } from '#domain/places/areas.ts'
import { usernamePattern } from '#domain/staff/bounds.ts'
import { firstRole } from '#domain/staff/staff.ts'
import { county } from '#generated/county.ts'
import { accountOptions } from '../../console/new-account.ts'
import type { NewAccount } from '../../staff/auth/links.ts'
import { Refusal } from '../command.ts'
import { isOrigin } from '../config.ts'

/** What first-run has to know. Each can be an option; what is missing is asked if there is somebody to ask. */

export const firstRunOptions = {
  ...accountOptions,
  origin: { type: 'string' },
  listen: { type: 'string', default: '127.0.0.1:8787' },
  /** A sheet of three keys: the box takes the place of another one, whose backup is restored next. */
  keys: { type: 'string' },
  /** A folder with `master-key` and `code-pepper` of a deployment on Cloudflare, which is imported next. */
  secrets: { type: 'string' },
} as const

type Asked = 'origin' | 'name' | 'username' | 'unit'
export type Given = Partial<Record<Asked, string | undefined>>

/** Units of the whole county, a line each. */
const countyUnits = (): string => {
  const whole = county.areas.filter(({ level }) => level === 'county').map(({ id }) => id)
  const units = county.units.filter(({ area }) => whole.includes(area))
  return units.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
}

interface Question {
  asks: string
  /** What is shown before it. */
  choices?: () => string
  /** What is wrong with an answer; undefined if nothing is. */
  fault: (answer: string) => string | undefined
}

const unless = (holds: boolean, says: string): string | undefined => (holds ? undefined : says)

export const questions: Record<Asked, Question> = {
  origin: {
    asks: '网站地址（以 https:// 开头，例如 https://tiaojie.example.gov.cn）',
    fault: (answer) =>
      unless(
        isOrigin(answer),
        '网站地址应当是 https:// 加域名，后面什么都不带，例如 https://tiaojie.example.gov.cn',
      ),
  },
  name: {
    asks: '第一位管理员的姓名',
    fault: (answer) => unless(answer !== '', '没有写姓名'),
  },
  username: {
    asks: '这位管理员的登录名（小写字母、数字、点，例如 zhang.san）',
    fault: (answer) => unless(usernamePattern.test(answer), '登录名只用小写字母、数字、点，例如 zhang.san'),
  },
  unit: {
    asks: '这位管理员所在单位的编号（上面左边一列）',
    choices: countyUnits,
    fault: (answer) =>
      unless(findUnit(answer) !== undefined, `没有这个单位编号：${answer}。全县的单位有：\n${countyUnits()}`),
  },
}

/** Asks until the answer has the right form. */
const ask = async (terminal: ReturnType<typeof createInterface>, question: Question): Promise<string> => {
  if (question.choices) process.stdout.write(`${question.choices()}\n`)
  for (;;) {
    const answer = (await terminal.question(`${question.asks}：`)).trim()
    const fault = question.fault(answer)
    if (fault === undefined) return answer
    process.stdout.write(`${fault}\n`)
  }
}

/**
 * Checks what was given, and asks for what is missing.
 * @param wanted which answers are needed
 * @throws with everything that is wrong in what was given; where nobody can be asked, with the names of what is missing
 */
export const complete = async (given: Given, wanted: Asked[]): Promise<Given> => {
  const faults = wanted.flatMap((name) => {
    const answer = given[name]?.trim()
    const fault = answer ? questions[name].fault(answer) : undefined
    return fault === undefined ? [] : [`--${name}：${fault}`]
  })
  if (faults.length > 0) throw new Refusal(faults.join('\n'))
  const missing = wanted.filter((name) => !given[name])
  if (missing.length === 0) return given
  if (!process.stdin.isTTY) throw new Refusal(`缺少：${missing.map((name) => `--${name}`).join(' ')}`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answers = { ...given }
  try {
    for (const name of missing) answers[name] = await ask(terminal, questions[name])
  } finally {
    terminal.close()
  }
  return answers
}

/** The account of the first administrator, from answers that were checked. */
export const firstAdmin = ({ username = '', name = '', unit = '' }: Given): NewAccount => ({
  ...{ username, name: name.trim(), unit, role: firstRole },
})
