import { existsSync, readdirSync } from 'node:fs'
import { boxSettings } from '../box-ports.ts'
import { command, Misuse, Refusal, say } from '../command.ts'
import { bucketOptions, readBucket } from '../moving/bucket.ts'
import { exportState } from '../moving/export.ts'

const takes = {
  usage: ['export <空文件夹> [--county <县>|--bucket <存储桶>]'],
  words: 1,
  options: bucketOptions,
}

/** liuchixiang export <empty folder> [--county <id>|--bucket <name>]: database and files in the forms that wrangler takes (docs/box/README.md). */
export const run = command(takes, async ({ words: [folder = ''], values }) => {
  const bucket = readBucket(values)
  if (folder === '' || !bucket) throw new Misuse()
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Refusal(`${folder} 不是空的。`)
  const { state } = boxSettings()
  const exported = await exportState(state, folder, bucket)
  if (!exported.ok) throw new Refusal(`没有导出：\n${exported.error.join('\n')}`)
  const { cases, files, missingFiles } = exported.value
  say(
    `${folder}：案件 ${cases} 件，证据文件 ${files} 个。`,
    ...(missingFiles.length > 0 ? [`缺 ${missingFiles.length} 个证据文件：${missingFiles.join(' ')}`] : []),
  )
  return missingFiles.length === 0
})
