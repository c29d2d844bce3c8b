import { createInterface } from 'node:readline/promises'
import { firstRole } from '#domain/staff/staff.ts'
import { county } from '#generated/county.ts'
import { accountOptions, readAccount } from '../../console/new-account.ts'
import type { NewAccount } from '../../staff/auth/links.ts'
import { Refusal } from '../command.ts'

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

export type Given = Partial<Record<keyof typeof accountOptions | 'origin', string | undefined>>

const questions: Record<keyof Given, string> = {
  origin: '网站地址（以 https:// 开头，例如 https://tiaojie.example.gov.cn）：',
  name: '第一位管理员的姓名：',
  username: '这位管理员的登录名（小写字母、数字、点，例如 zhang.san）：',
  unit: '这位管理员所在单位的编号：',
  role: '',
}

/** Units of the whole county, for the question about the unit. */
const countyUnits = (): string => {
  const whole = county.areas.filter(({ level }) => level === 'county').map(({ id }) => id)
  const units = county.units.filter(({ area }) => whole.includes(area))
  return units.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
}

/**
 * Asks for what is missing.
 * @param wanted which answers are needed
 * @throws where nobody can be asked, with the names of what is missing
 */
export const complete = async (given: Given, wanted: (keyof Given)[]): Promise<Given> => {
  const missing = wanted.filter((name) => !given[name])
  if (missing.length === 0) return given
  if (!process.stdin.isTTY) throw new Refusal(`缺少：${missing.map((name) => `--${name}`).join(' ')}`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answers = { ...given }
  try {
    for (const name of missing) {
      if (name === 'unit') process.stdout.write(`${countyUnits()}\n`)
      answers[name] = (await terminal.question(questions[name])).trim()
    }
  } finally {
    terminal.close()
  }
  return answers
}

/** The account of the first administrator. @throws if an answer has another form */
export const firstAdmin = (given: Given): NewAccount => {
  const account = readAccount({ ...given, role: firstRole })
  if (!account) throw new Refusal(`登录名或姓名不对：${given.username ?? ''}`)
  return account
}
