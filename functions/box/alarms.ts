import { isFull } from './full-disk.ts'
import { ownUnits } from './instance.ts'

/** What an operator reads in an alarm, behind its kind: what has happened, and what to do. */

/** An entry of the log. */
type Alarm = Partial<Record<string, string | number>>

const sayStorage = ({ code }: Alarm): string =>
  isFull(String(code))
    ? '磁盘满了，现在什么都存不进去，交件的人看到“稍后再来”。请腾出地方（df -h 看还剩多少）。'
    : '磁盘读写出错。请先备份，再检查磁盘。'

const readOn = '网页照常看，交件、查询和工作台用不了。'
/** Alarms that a sentence of its own stands before, which `journalctl -p alert` leaves out. */
const why = (): string => `为什么、怎么办：sudo journalctl -u ${ownUnits().server} -n 20`

const says: Record<string, (alarm: Alarm) => string> = {
  storage: sayStorage,
  secrets: () => `钥匙或发提醒的设置缺了、写错了。${readOn}${why()}`,
  keys: () => `钥匙和数据库对不上。${readOn}${why()}`,
  database: (alarm) =>
    isFull(String(alarm['code']))
      ? sayStorage(alarm)
      : `数据库或抹除名单打不开。${readOn}一分钟后自己再试；一直这样，请恢复最近的备份。`,
  'database-missing': () => `数据库不见了。${readOn}${why()}`,
  'state-locked': () => `正在恢复或导入数据。${readOn}做完以后，网站程序自己再启动。`,
  'backup-before-migration': () => `数据库没有升级。${readOn}${why()}`,
  'erasures-torn': () =>
    '抹除名单的最后一行没有写完（断电，或磁盘满了），已经略过：那一次抹除没有做成。当事人自己要求的，会自动再做；用命令做的，请再做一次。',
  clock: ({ seconds }) =>
    `时钟被拨${Number(seconds) > 0 ? '快' : '慢'}了 ${Math.abs(Number(seconds))} 秒。请核对（timedatectl）。`,
}

/** The sentence of an alarm; undefined for a kind that is unknown. */
export const sayAlarm = (alarm: Alarm): string | undefined => says[String(alarm.kind)]?.(alarm)
