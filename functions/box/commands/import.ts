import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { objectNames } from '../backup/object-names.ts'
import { boxConfig, migrateState, withBoxPorts } from '../box-ports.ts'
import { command, Misuse, Refusal, say } from '../command.ts'
import { bucketOptions, readBucket } from '../moving/bucket.ts'
import { changedFiles } from '../moving/changed-files.ts'
import { type ImportFault, importDump, readDump } from '../moving/import.ts'
import { wranglerLines } from '../moving/wrangler-lines.ts'
import { keyCheck, sayMisfits, takeKeys } from '../own-keys.ts'
import { migrationsFolder, statePaths } from '../paths.ts'
import { actAsOwner } from '../rights.ts'
import { needStopped, sayInUse } from '../setup/answering.ts'

const takes = {
  usage: [
    'import <wrangler d1 export 的文件> --list [--county <县>|--bucket <存储桶>]  列出要取的证据文件',
    'import <wrangler d1 export 的文件> --files <文件夹> [--new-pepper]  导入到空的数据文件夹',
  ],
  words: 1,
  options: {
    list: { type: 'boolean', default: false },
    files: { type: 'string' },
    /** The pepper of that side is lost: tracking codes open nothing any more. */
    'new-pepper': { type: 'boolean', default: false },
    ...bucketOptions,
  },
} as const

const list = (dump: string, bucket: string): void => {
  const read = readDump(dump, ':memory:', migrationsFolder())
  if (!read.ok) throw new Refusal(read.error.join('\n'))
  const names = objectNames(read.value)
  read.value.close()
  if (!names.ok) throw new Refusal(names.error.join('\n'))
  say('mkdir -p files', ...wranglerLines('get', names.value, bucket))
}

const sayFault = (error: ImportFault): string => {
  if (error === 'inUse') return sayInUse()
  if (error === 'notEmpty') return '数据文件夹不是空的，没有动它。'
  return `没有导入：\n${Array.isArray(error) ? error.join('\n') : sayMisfits(error.keys)}`
}

/** Imports a database and the files of its cases from Cloudflare, if the keys are those of that side. */
export const run = command(takes, async ({ words: [dump = ''], values }) => {
  const bucket = readBucket(values)
  if (!existsSync(dump) || !bucket || (!values.list && !values.files)) throw new Misuse()
  if (values.list) return list(dump, bucket)
  const config = boxConfig()
  await needStopped(config.listen)
  actAsOwner(config.state)
  const newPepper = values['new-pepper']
  let changed: string[] = []
  let follows: string[] = []
  const finish = async (coming: string) => {
    // An earlier version may have written it, and what follows reads tables of this one.
    migrateState(coming)
    const { database, files } = statePaths(coming)
    follows = await takeKeys(database, config.secrets, newPepper)
    changed = await withBoxPorts((ports) => changedFiles(ports, files), { ...config, state: coming })
    for (const name of changed) rmSync(join(files, name))
  }
  const check = keyCheck(config.secrets, newPepper)
  const into = [config.state, migrationsFolder()] as const
  const imported = await importDump(dump, values.files ?? '', ...into, { check, finish })
  if (!imported.ok) throw new Refusal(sayFault(imported.error))
  const { cases, files, missingFiles } = imported.value
  say(
    ...follows,
    `已导入案件 ${cases} 件，证据文件 ${files - changed.length} 个。`,
    ...(missingFiles.length > 0 ? [`缺 ${missingFiles.length} 个证据文件：${missingFiles.join(' ')}`] : []),
    ...(changed.length > 0
      ? [
          `坏了 ${changed.length} 个证据文件（内容被改过，没有放进去）：${changed.join(' ')}`,
          `请从存储桶里重新取来，放进 ${statePaths(config.state).files}/，交给网站的账号（sudo chown --reference=${config.state} …）。`,
        ]
      : []),
  )
  return missingFiles.length + changed.length === 0
})
