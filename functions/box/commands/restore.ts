import { existsSync, readFileSync, statSync } from 'node:fs'
import { rfc3339 } from '#domain/basics/time.ts'
import { replayErasures } from '../../desk/erase-person.ts'
import type { ErasuresFault } from '../backup/erased-since.ts'
import { readPrivateKey } from '../backup/keys.ts'
import { type RestoreFault, restoreBackup } from '../backup/restore.ts'
import { boxConfig, migrateState, withBoxPorts } from '../box-ports.ts'
import { command, Misuse, Refusal, say } from '../command.ts'
import { ownCommand, ownUnits } from '../instance.ts'
import { keyCheck, sayMisfits, takeKeys } from '../own-keys.ts'
import { readPaper } from '../paper.ts'
import { statePaths } from '../paths.ts'
import { actAsOwner } from '../rights.ts'
import { sayFiles } from '../say-files.ts'
import { needStopped, sayInUse } from '../setup/answering.ts'

const takes = {
  usage: [
    'restore <备份文件> --key <钥匙纸或私钥文件> [--erasures <更新的抹除名单>] [--no-erasures] [--new-pepper]',
  ],
  words: 1,
  options: {
    key: { type: 'string' },
    erasures: { type: 'string' },
    /** Restores although no whole list of erasures is left; what can be read of it is replayed. */
    'no-erasures': { type: 'boolean', default: false },
    /** The pepper of the lost machine is lost as well: tracking codes open nothing any more. */
    'new-pepper': { type: 'boolean', default: false },
  },
} as const

const says: Record<Extract<RestoreFault, string>, string> = {
  inUse: sayInUse(),
  notEmpty: '数据文件夹不是空的，没有动它。要恢复，请先停下网站程序，再把里面的东西移走（不要删）。',
  noBackup: '这不是备份文件，或者开头已损坏。',
  otherKey: '这把钥匙打不开这份备份：它是用另一把钥匙封的。',
}

const ofList: Record<ErasuresFault['list'], string> = {
  missing: '没有抹除名单',
  damaged: '抹除名单坏了（有读不出的行）',
  short: '抹除名单不全：比备份时少',
}

const sayList = ({ list, path }: ErasuresFault): string =>
  [
    `${path}：${ofList[list]}。没有它，备份以后抹除过的人会又回来，所以什么都没有恢复。`,
    '请从做备份的机器、或别的备份盘上，把 backups/ 里的 erasures.jsonl 拷到备份文件旁边；或者用 --erasures 指出旧机器数据文件夹里的那一份（断电留下的最后半行，先删掉）。',
    '真的哪里都找不到了，或者从来没有抹除过人：加上 --no-erasures，恢复以后照手里的记录用 erase 再抹除一遍。',
  ].join('\n')

const sayFault = (error: RestoreFault): string => {
  if (typeof error === 'string') return says[error]
  if ('list' in error) return sayList(error)
  return 'keys' in error
    ? `什么都没有恢复。${sayMisfits(error.keys)}`
    : `备份已损坏，什么都没有恢复：${error.damaged}`
}

const privateKeyIn = (path: string) => {
  if (statSync(path).isDirectory()) throw new Refusal(`${path}：这是文件夹，应当是钥匙纸或私钥文件。`)
  const text = readFileSync(path, 'utf8')
  const paper = readPaper(text)
  if (!paper.ok) throw new Refusal(`${path}：这几行抄错了：${paper.error.join('、')}`)
  const key = readPrivateKey(paper.value['backup-key'] ?? text)
  if (!key) throw new Refusal(`${path}：里面没有 backup-key。`)
  return key
}

/** Restores a backup into an empty state, and erases again who was erased since, if the keys are its own. */
export const run = command(takes, async ({ words: [backup], values }) => {
  if (!backup || !values.key) throw new Misuse()
  for (const path of [backup, values.key, values.erasures])
    if (path !== undefined && !existsSync(path)) throw new Refusal(`没有这个文件：${path}`)
  // Read first: without the two secrets a restored database would be of no use.
  const config = boxConfig()
  const key = privateKeyIn(values.key)
  await needStopped(config.listen)
  actAsOwner(config.state)
  const newPepper = values['new-pepper']
  let again = 0
  let follows: string[] = []
  const restored = await restoreBackup(backup, key, config.state, {
    erasures: values.erasures,
    anyway: values['no-erasures'],
    check: keyCheck(config.secrets, newPepper),
    finish: async (coming) => {
      // An earlier version may have written it, and what follows reads tables of this one.
      migrateState(coming)
      follows = await takeKeys(statePaths(coming).database, config.secrets, newPepper)
      again = await withBoxPorts((ports) => replayErasures(ports), { ...config, state: coming })
    },
  })
  if (!restored.ok) throw new Refusal(sayFault(restored.error))
  const { manifest, files, missingFiles, damagedFiles } = restored.value
  say(
    `已恢复 ${rfc3339(manifest.at)} 的备份：案件 ${manifest.tables['cases'] ?? 0} 件，证据文件 ${files} 个。`,
    ...sayFiles(missingFiles, damagedFiles, config.state),
    `重新抹除 ${again} 人。`,
    ...follows,
  )
  const { server, timer } = ownUnits()
  say(
    `钥匙对得上。现在启动：sudo systemctl enable --now ${server} ${timer}；再运行 sudo ${ownCommand()} verify 逐件核对。`,
  )
  return missingFiles.length + damagedFiles.length === 0
})
