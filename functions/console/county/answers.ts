import { createInterface } from 'node:readline/promises'
import { parse, YAMLParseError } from 'yaml'
import * as z from 'zod'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dutySchema } from '#domain/content/county.ts'
import { phone } from '#domain/content/fields.ts'
import { isSampleNumber } from '../readiness/samples.ts'

/** What only a person can answer about their county. It is kept in a file, so that the command can be repeated. */

const text = z
  .string()
  .trim()
  // Each is written on a line of its own.
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, '写成一行')
const written = text.min(1, '要写')
const noSample = (value: string): boolean => !value.includes('示例')

const answersSchema = z.strictObject({
  url: z.url('要写完整的网址，https:// 开头').refine((url) => url.startsWith('https://'), '要用 https://'),
  name: written.default('六尺巷'),
  organiser: written.refine(noSample, '还有“示例”'),
  operator: text.default(''),
  phone: text
    .refine((number) => phone.safeParse(number).success, '写成 12345、0551-1234567 或 13800000000')
    .refine((number) => !isSampleNumber(number), '是示例号码'),
  address: text.default(''),
  countyRule: written.refine(noSample, '还有“示例”'),
  securityContact: text
    .regex(/^$|^(mailto:|https:\/\/)\S+$/, '写 mailto: 或者 https:// 开头，或者空着')
    .default(''),
  siteCode: text.default(''),
  icp: text.default(''),
  police: text.default(''),
  /** As in content/duty.yaml; absent: nobody is on duty yet, or what the county has already. */
  duty: dutySchema.shape.duty.optional(),
})

export type Answers = z.infer<typeof answersSchema>

type Question = Exclude<keyof Answers, 'duty'>

/** The questions in the order in which they are asked; `optional` ones may stay empty. */
const questions: readonly { key: Question; ask: string; optional?: true }[] = [
  { key: 'url', ask: '网址（https:// 开头）' },
  { key: 'name', ask: '网站名称（不写就叫六尺巷）', optional: true },
  { key: 'organiser', ask: '主办单位' },
  { key: 'operator', ask: '承办单位', optional: true },
  { key: 'phone', ask: '对外的联系电话' },
  { key: 'address', ask: '地址', optional: true },
  { key: 'countyRule', ask: '本县规定办理时限的文件叫什么，带书名号' },
  { key: 'securityContact', ask: '谁发现漏洞找谁（mailto:… 或 https://…）', optional: true },
  { key: 'siteCode', ask: '网站标识码', optional: true },
  { key: 'icp', ask: 'ICP 备案号', optional: true },
  { key: 'police', ask: '公安备案号', optional: true },
]

const askOf = (key: string): string =>
  questions.find((one) => one.key === key)?.ask ?? (key === 'duty' ? '哪几天几点有人看' : key)

/** Reads the text of a file of answers. @returns the answers, unchecked; a sentence if it is no YAML or no list of answers */
export const parseAnswers = (text: string): Result<Record<string, unknown>, string> => {
  try {
    const known: unknown = parse(text) ?? {}
    return typeof known === 'object' && !Array.isArray(known)
      ? ok(known as Record<string, unknown>)
      : fail('要一行写一个回答，像 docs/templates/answers.yaml 那样')
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined
    return fail(`${line === undefined ? '' : `第 ${line} 行`}写法不对，看看引号、冒号和缩进`)
  }
}

/** How the list of those on duty is written; its own schema speaks English, to whoever builds. */
const dutyShape =
  '一行写一段时间，照这个样子：{ days: [1, 2, 3], from: "08:00", to: "18:00", who: 县中心值班员 }；1 是周一，过半夜的写成两行'

const sayIssue = (key: string, isAnswered: boolean, { code, message }: z.core.$ZodIssue): string => {
  if (key === 'duty') return dutyShape
  if (code !== 'invalid_type') return message
  return isAnswered ? '用引号括起来' : '没有写'
}

/** Checks answers; the faults are sentences that name the question. */
export const readAnswers = (data: unknown): { ok: true; value: Answers } | { ok: false; error: string[] } => {
  // A line of the file without a value is a question without an answer.
  const given = Object.entries((data ?? {}) as Record<string, unknown>).filter(([, value]) => value !== null)
  const read = answersSchema.safeParse(Object.fromEntries(given))
  if (read.success) return { ok: true, value: read.data }
  const answered = new Set(given.map(([key]) => key))
  const says = read.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `不认识：${issue.keys.join('、')}`
    const key = String(issue.path[0] ?? '')
    return `${issue.path.join('.')}（${askOf(key)}）：${sayIssue(key, answered.has(key), issue)}`
  })
  // One list of people can be wrong in several places; how it is written is said once a place.
  return { ok: false, error: [...new Set(says)] }
}

/**
 * Asks in the terminal for what is not answered yet, each question until its answer is right.
 * @param known answers of the file; a line without a value is a question without an answer
 * @param keep called with each answer at once: whoever stops in the middle goes on with the next question
 * @param streams the terminal; injected for tests
 * @returns the answers of the file and of the person
 * @throws an AbortError if the person ends it with Ctrl+C or Ctrl+D
 */
export const askMissing = async (
  known: Record<string, unknown>,
  keep: (key: string, answer: unknown) => void,
  streams: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream } = {
    input: process.stdin,
    output: process.stderr,
  },
): Promise<Record<string, unknown>> => {
  const terminal = createInterface(streams)
  const answers = { ...known }
  try {
    for (const { key, ask, optional } of questions)
      while (answers[key] === undefined || answers[key] === null) {
        const typed = (await terminal.question(`${ask}${optional ? '（可以不写）' : ''}：`)).trim()
        // Nothing typed is an answer too: it is kept, and not asked for again.
        const checked = answersSchema.shape[key].safeParse(typed === '' && optional ? undefined : typed)
        if (checked.success) {
          answers[key] = checked.data
          keep(key, checked.data)
        } else streams.output.write(`  ${checked.error.issues[0]?.message}\n`)
      }
  } finally {
    terminal.close()
  }
  return answers
}
