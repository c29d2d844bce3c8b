import { existsSync } from 'node:fs'
import { clock } from '../../console/clock.ts'
import { attemptBackup } from '../backup/attempt.ts'
import { boxSettings } from '../box-ports.ts'
import { command, Refusal, say } from '../command.ts'
import { configPath, readBoxSecrets } from '../config.ts'
import { paperPath, readBackupKey } from '../key-files.ts'
import { misfitsIn, sayMisfits } from '../own-keys.ts'
import { statePaths } from '../paths.ts'
import { becomeOwner } from '../rights.ts'
import { hasDatabase } from '../state.ts'

const askForClock =
  '请核对时钟（timedatectl）。时钟对的话，连续备份两天以后照旧按期删除；日期在将来的，请移走。'

const takes = { usage: ['backup'], options: { 'if-any': { type: 'boolean', default: false } } } as const

/** liuchixiang backup [--if-any]: one backup now. With --if-any it does nothing where nothing was set up yet. */
export const run = command(takes, async ({ values: { 'if-any': ifAny } }) => {
  if (ifAny && !existsSync(configPath())) return
  const settings = boxSettings()
  const { database } = statePaths(settings.state)
  if (!hasDatabase(settings.state)) {
    if (ifAny) return
    throw new Refusal(`${database}：还没有数据库。`)
  }
  const key = readBackupKey(settings)
  if (!key.ok) throw new Refusal(key.error)
  const paper = existsSync(paperPath())
  // The hourly unit is given the public key alone, so it cannot look; the server does, and says so in the log.
  const secrets = readBoxSecrets(settings)
  becomeOwner(settings.state)
  const made = await attemptBackup(settings.state, key.value, clock())
  if (!made.ok) throw new Refusal(made.error)
  const { path, bytes, cases, newFiles, deleted, held, ahead } = made.value
  say(
    `已备份并核对：${path}`,
    `${bytes} 字节，案件 ${cases} 件，新增证据文件 ${newFiles} 个，删去过期备份 ${deleted} 个。`,
  )
  if (paper) say(`钥匙纸还在机器上：${paperPath()}。请打印封存，再运行 shred -u ${paperPath()}`)
  const misfits = secrets.ok ? await misfitsIn(database, secrets.value.secrets) : []
  if (misfits.length > 0) process.stderr.write(`${sayMisfits(misfits)}\n`)
  const faults = [
    ...(held > 0 ? [`有 ${held} 份备份按现在的时钟该删，先留着：机器停过两天以上，或时钟被拨过。`] : []),
    ...(ahead > 0 ? [`有 ${ahead} 份备份的日期在将来，没有删。`] : []),
  ]
  if (faults.length > 0) process.stderr.write(`${faults.join('\n')}\n${askForClock}\n`)
  else if (misfits.length === 0) return
  // The backup itself was made: before an upgrade that is enough.
  return ifAny
})
