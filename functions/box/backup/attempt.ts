import type { KeyObject } from 'node:crypto'
import { fail, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { storageCode } from '#store/sqlite/errors.ts'
import { Refusal } from '../command.ts'
import { isFull } from '../full-disk.ts'
import { sayUnexpected } from '../say-unexpected.ts'
import { type MadeBackup, makeBackup } from './make.ts'

const sayFault = (error: unknown): string => {
  if (isFull(storageCode(error)))
    return '没有备份：磁盘满了。旧的备份都在。请腾出地方（df -h 看还剩多少），再备份一次。'
  if (error instanceof Refusal) return error.message
  return `没有备份：${error instanceof Error ? sayUnexpected(error) : String(error)}`
}

/** `makeBackup`, with what kept it from being made in words for a terminal. */
export const attemptBackup = (
  state: string,
  receiver: KeyObject,
  now: Instant,
): Promise<Result<MadeBackup, string>> =>
  makeBackup(state, receiver, now).then(
    (made) => (made.ok ? made : fail(`没有备份，数据库有问题：\n${made.error.join('\n')}`)),
    (error: unknown) => fail(sayFault(error)),
  )
