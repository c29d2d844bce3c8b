import { storageCode } from '#store/sqlite/errors.ts'
import { isFull } from './full-disk.ts'

/** What the codes of the system and of SQLite mean, behind the path that they are about. */
const says: Record<string, string> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘只能读，不能写',
  EIO: '磁盘读写出错，请检查磁盘',
  EISDIR: '这是文件夹，应当是文件',
  ENOTDIR: '这里应当是文件夹',
  EEXIST: '已经有同名的文件或文件夹',
  ENOTEMPTY: '文件夹不是空的',
  ENOENT: '没有这个文件或文件夹',
  ELOOP: '这是链接，不跟过去',
  EXDEV: '两处不在同一块磁盘上',
  EMFILE: '打开的文件太多',
  SQLITE_BUSY: '数据库正被另一个命令或网站程序占着，请等它做完再来',
  SQLITE_READONLY: '数据库只能读，不能写',
  SQLITE_IOERR: '磁盘读写出错：看看磁盘满了没有（df -h），再检查磁盘',
  SQLITE_CANTOPEN: '数据库打不开：看看磁盘满了没有（df -h）、文件夹在不在、权限对不对',
  SQLITE_CORRUPT: '数据库坏了，请恢复最近的备份',
  SQLITE_NOTADB: '这不是数据库',
}

/** The path that an error of the system is about, for the person at the terminal. */
const pathOf = (error: Error): string => {
  const { path, dest } = error as { path?: unknown; dest?: unknown }
  return [path, dest].filter((one) => typeof one === 'string' && one !== '').join(' → ')
}

/**
 * What an operator reads of a fault that nobody foresaw: what is known of its code in Chinese, and its own words, which
 * are about the machine.
 */
export const sayUnexpected = (error: Error): string => {
  const code = storageCode(error)
  if (isFull(code)) return '磁盘满了。请腾出地方（df -h 看还剩多少），再做一次。'
  if (code === 'ERASURES_DAMAGED')
    return '抹除名单（erasures.jsonl）坏了：请从最近的备份文件夹里拷一份好的回来。'
  const known = says[code] ?? says[code.split(' ')[0] ?? '']
  if (known === undefined) return `程序或机器出了错（${error.message}）。`
  return `${[pathOf(error), `${known}（${code}）`].filter((part) => part !== '').join('：')}。`
}
