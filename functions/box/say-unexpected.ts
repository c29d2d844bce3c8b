import { storageCode } from '#store/sqlite/errors.ts'
import { isFull } from './full-disk.ts'

/**
 * What an operator reads of a fault that nobody foresaw: what is known of its code in Chinese, and its own words, which
 * are about the machine.
 */
export const sayUnexpected = (error: Error): string => {
  const code = storageCode(error)
  if (isFull(code)) return '磁盘满了。请腾出地方（df -h 看还剩多少），再做一次。'
  if (code === 'ERASURES_DAMAGED')
    return '抹除名单（erasures.jsonl）坏了：请从最近的备份文件夹里拷一份好的回来。'
  if (code === 'EACCES' || code === 'EPERM') return `没有权限（${error.message}）。`
  return `程序或机器出了错（${error.message}）。`
}
