import { mkdir } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { isErasure } from '../../console/erase-one.ts'
import { type ErasureFault, erasePerson, seekPerson } from '../../desk/erase-person.ts'
import { copyErasures } from '../backup/erasures.ts'
import { withBoxPorts } from '../box-ports.ts'
import { command, Misuse, Refusal, say } from '../command.ts'
import { statePaths } from '../paths.ts'

const takes = {
  usage: ['erase <案件编号> <第几个人：1 是申请人> [--yes]'],
  words: 2,
  options: { yes: { type: 'boolean', default: false } },
} as const

const says: Record<ErasureFault, string> = {
  unknown: '没有这个编号的案件。',
  noSuchPerson: '这个案件里没有第这么多个人；1 是申请人，后面的照案件页上的先后。',
  erased: '这个人以前已经抹除过了，什么都没有做。',
  stale: '案件刚好在这时有变动。抹除已经记下，下次启动时会再做一遍。',
}

/** What cannot be taken back is asked for twice: whoever writes the number of the case once more means this case. */
const isMeant = async (number: string, person: string): Promise<boolean> => {
  if (!process.stdin.isTTY)
    throw new Refusal('抹除以后不能恢复，所以要有人确认：请在终端里运行，或者加上 --yes。')
  say(
    `要抹除 ${number} 的第 ${person} 个人：姓名、电话、写过的话、查询码。不能恢复；以后从备份恢复时，也会再抹除一遍。`,
  )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question('确定的话，再写一遍案件编号：')).trim() === number
  } finally {
    terminal.close()
  }
}

/** Brings the list beside the backups up to date. */
const noteBeside = async (state: string): Promise<void> => {
  await mkdir(statePaths(state).backups, { recursive: true, mode: 0o700 })
  await copyErasures(state)
}

/** Erases one person of a case, and notes it beside the backups at once: the next of them may be an hour away. */
export const run = command(takes, async ({ words: [number = '', person = ''], values }) => {
  if (!isErasure(number, person)) throw new Misuse()
  await withBoxPorts(async (ports, { state }) => {
    // Looked for first: nobody is asked about a case that is not there.
    const found = await seekPerson(ports, number, Number(person))
    if (!found.ok) {
      // A run that was killed may not have come so far.
      if (found.error === 'erased') await noteBeside(state)
      throw new Refusal(says[found.error])
    }
    if (!values.yes && !(await isMeant(number, person))) throw new Refusal('编号不一样，什么都没有做。')
    const done = await erasePerson(ports, number, Number(person))
    if (!done.ok) throw new Refusal(says[done.error])
    say(`${number}：第 ${person} 个人已经抹除。`)
    await noteBeside(state)
  })
})
