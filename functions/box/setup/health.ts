import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { hour } from '#domain/basics/bounds.ts'
import type { Result } from '#domain/basics/result.ts'
import { type Instant, rfc3339 } from '#domain/basics/time.ts'
import { county } from '#generated/county.ts'
import { storageCode } from '#store/sqlite/errors.ts'
import { backupsAhead, newestBackup } from '../backup/kept.ts'
import { type BoxFault, type BoxSecrets, type BoxSettings, sayBoxFaults } from '../config.ts'
import { ownCommand, ownUnits } from '../instance.ts'
import { misfitsIn } from '../own-keys.ts'
import { programVersion, statePaths } from '../paths.ts'
import { readDatabase } from '../read-database.ts'
import { schemaState } from '../schema-state.ts'
import { hasDatabase, hasLostDatabase } from '../state.ts'
import { statusOf } from './answering.ts'
import { isOwnAddress } from './readiness.ts'
import { ofSchedule } from './schedule.ts'

/** What an operator looks at: one line for each, and whether it is as it should be. */
export interface Finding {
  good: boolean
  says: string
}

/** A backup runs each hour; two may be missed while the machine restarts. */
const oldestBackup = 3 * hour
/** Less free space than that is told before it is used up. */
const leastFree = 2 * 1024 ** 3

const sizeOf = (bytes: number): string =>
  bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`

/** The number of a migration, which begins its name. */
const numberOf = (migration: string): string => /^\d+/.exec(migration)?.[0] ?? '还没有'

const ofDatabase = (state: string): Finding => {
  const path = statePaths(state).database
  if (hasLostDatabase(state))
    return {
      good: false,
      says: `数据库：不见了，别的数据还在；请恢复最近的备份（sudo ${ownCommand()} restore …）`,
    }
  if (!hasDatabase(state)) return { good: false, says: '数据库：没有' }
  try {
    const { waiting, newer, last } = readDatabase(path, schemaState)
    const schema =
      waiting > 0 ? `，${waiting} 个升级步骤等下次启动` : newer > 0 ? '，比程序新（已退回旧版）' : ''
    return { good: true, says: `数据库：${sizeOf(statSync(path).size)}，结构 ${numberOf(last)}${schema}` }
  } catch (error) {
    const says = `数据库：打不开（${storageCode(error)}），请恢复最近的备份（sudo ${ownCommand()} restore …）`
    return { good: false, says }
  }
}

/** Nothing where the database cannot be read, which is said of the database. */
const ofKeys = async (state: string, read: Result<BoxSecrets, BoxFault[]>): Promise<Finding[]> => {
  if (!read.ok) return [{ good: false, says: `钥匙：${sayBoxFaults(read.error)}` }]
  if (!hasDatabase(state)) return []
  const misfits = await misfitsIn(statePaths(state).database, read.value.secrets).catch(() => undefined)
  if (misfits === undefined) return []
  return misfits.length > 0
    ? [
        {
          good: false,
          says: `钥匙：${misfits.join('、')} 不是这个数据库的，收下的诉求以后打不开；照说明换回原来的`,
        },
      ]
    : [{ good: true, says: '钥匙：和数据库对得上' }]
}

const ofBackups = (folder: string, now: Instant): Finding => {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const ahead = backupsAhead(names, now).length
  if (ahead > 0)
    return { good: false, says: `备份：有 ${ahead} 份的日期在将来，请核对时钟（timedatectl），再移走它们` }
  const newest = newestBackup(names, now)
  if (newest === undefined) return { good: false, says: `备份：一份也没有；运行 sudo ${ownCommand()} backup` }
  const old = now - newest > oldestBackup
  return { good: !old, says: `最近一次备份：${rfc3339(newest)}${old ? '，太久了' : ''}` }
}

const ofServer = async (listen: BoxSettings['listen']): Promise<Finding> => {
  const status = await statusOf(listen)
  if (status !== undefined && status < 500) return { good: true, says: '网站程序：在运行' }
  const says = status === undefined ? '没有回答' : `回答 ${status}`
  return { good: false, says: `网站程序：${says}；原因看 sudo journalctl -u ${ownUnits().server} -n 20` }
}

/** Whether server and backups start with the machine; nothing where systemd does not know them. */
const ofUnits = (): Finding[] => {
  const { server, timer } = ownUnits()
  // One at a time: of several, systemd says nothing of those that it does not know.
  const stateOf = (unit: string) =>
    spawnSync('systemctl', ['is-enabled', unit], { encoding: 'utf8' }).stdout?.trim()
  const states = [server, timer].map((unit) => ({ unit, state: stateOf(unit) }))
  const off = states.flatMap(({ unit, state }) => (state === 'disabled' ? [unit] : []))
  if (off.length > 0)
    return [
      {
        good: false,
        says: `机器重启以后不会自己启动：${off.join('、')}；运行 sudo systemctl enable --now ${off.join(' ')}`,
      },
    ]
  return states.every(({ state }) => state === 'enabled')
    ? [{ good: true, says: '机器重启以后：网站程序和每小时的备份自己启动' }]
    : []
}

/** Whether papers and messages name the address of the box; not asked of a trial on the machine itself. */
const ofAddress = (origin: string): Finding[] =>
  !origin.startsWith('https:') || isOwnAddress(origin)
    ? []
    : [
        {
          good: false,
          says: `网址：设置里是 ${origin}，印出来的纸和短信里写的是 ${county.site.url}；请照说明里“换网站地址”做`,
        },
      ]

/**
 * Looks at everything.
 * @param secrets what was read of them, with the rights of root
 * @param paper path of the sheet of keys, if it is still on the machine
 */
export const findings = async (
  { origin, state, listen }: BoxSettings,
  secrets: Result<BoxSecrets, BoxFault[]>,
  paper: string | undefined,
  now: Instant,
): Promise<Finding[]> => {
  const { backups } = statePaths(state)
  const { bavail, bsize } = statfsSync(state)
  const free = bavail * bsize
  return [
    { good: true, says: `程序：版本 ${programVersion()}` },
    await ofServer(listen),
    ...ofUnits(),
    ...ofAddress(origin),
    ofDatabase(state),
    ...(await ofKeys(state, secrets)),
    ofBackups(backups, now),
    ...ofSchedule(state, now),
    { good: free >= leastFree, says: `磁盘还剩 ${sizeOf(free)}` },
    {
      good: paper === undefined,
      says: paper ? `钥匙纸还在机器上：${paper}` : '钥匙纸：不在机器上（应当在保险柜里）',
    },
  ]
}
