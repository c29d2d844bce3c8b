/**
 * npm run county:new -- --areas 地方.csv --offices 单位.csv [--answers 回答.yaml] [--county <id>] [--force]
 * Makes a county of one's own from two tables and a few answers (docs/sample-county.md). Writes nothing while a table has
 * a fault; asks in the terminal for what the answers lack.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { countyFolder } from '../../site/build/county-folder.ts'
import { ContentError } from '../../site/build/read-content.ts'
import { askMissing, parseAnswers, readAnswers } from './county/answers.ts'
import { keepAnswer } from './county/keep-answer.ts'
import { makeCounty } from './county/make-county.ts'
import { sayFault } from './county/table.ts'
import { isCountyName } from './deploy/names.ts'

const usage =
  '用法：npm run county:new -- --areas 地方.csv --offices 单位.csv [--answers 回答.yaml] [--county 县的英文名] [--force]\n' +
  '样表在 docs/templates/；单位.csv 还没有的，会照第一张表做一张空的出来填。'

const options = {
  areas: { type: 'string' },
  offices: { type: 'string' },
  answers: { type: 'string', default: 'county-answers.yaml' },
  county: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const

const stop = (lines: readonly string[]): never => {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}

const read = () => {
  try {
    return parseArgs({ options }).values
  } catch {
    return stop([usage])
  }
}

const { areas, offices, answers: answersFile, county, force } = read()
if (!areas || !offices) stop([usage])
if (!existsSync(areas ?? '')) stop([`没有这个文件：${areas}`])
if (county !== undefined && !isCountyName(county))
  stop([`--county “${county}”只能用小写字母、数字和单个横线，最后一节不能是 desk、files`])

/** Asks for what is missing. A person who ends it in the middle is told how to go on. */
const asked = async (known: Record<string, unknown>) => {
  let count = 0
  const sayKept = () => (count > 0 ? `回答存在 ${answersFile}，` : '')
  const keep = (key: string, answer: unknown) => {
    keepAnswer(answersFile, key, answer)
    count += 1
  }
  try {
    const full = await askMissing(known, keep)
    if (count > 0) process.stdout.write(`${sayKept()}下次不用再答。\n`)
    return full
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
    const says = '县还没有做。再运行同样的命令，从没答的问题接着问。'
    return stop(['', `没有答完。${sayKept()}${says}`])
  }
}

/** The answers of the file, and those given in the terminal, which are kept in it. */
const answersOf = async () => {
  const read = parseAnswers(existsSync(answersFile) ? readFileSync(answersFile, 'utf8') : '')
  if (!read.ok) return stop([`${answersFile}：${read.error}`])
  const full = process.stdin.isTTY ? await asked(read.value) : read.value
  const answers = readAnswers(full)
  if (!answers.ok) return stop(answers.error.map((says) => `${answersFile}：${says}`))
  return answers.value
}

try {
  // A table that does not exist yet needs no answers.
  const answers = existsSync(offices ?? '') ? await answersOf() : undefined
  const target = county === undefined ? 'content' : countyFolder(county)
  const plan = { content: 'content', target, areas: areas ?? '', offices: offices ?? '', force }
  const made = makeCounty({ ...plan, ...(answers && { answers }) })
  if (!made.ok) stop([...made.error.map(sayFault), `共 ${made.error.length} 处，什么都没有写。`])
  else if (made.value.kind === 'blank')
    process.stdout.write(
      `${offices}：做好了，${made.value.rows} 行，请填电话、时间、地址，名称空着的也要填，然后再运行一次。没有的单位，把那一行删掉。\n`,
    )
  else {
    const { files, areas: places, units, offices: others } = made.value
    process.stdout.write(
      `${files.join('\n')}\n${places} 个地方，${units} 个调解和信访单位，${others} 个别的单位。\n`,
    )
    process.stdout.write(
      `接下来：${county ? `LIUCHIXIANG_COUNTY=${county} ` : ''}npm run county:check 看公开以前还缺什么。\n`,
    )
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  stop([error.message])
}
