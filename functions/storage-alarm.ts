import { minute } from '#domain/basics/bounds.ts'
import { storageCode } from '#store/sqlite/errors.ts'
import type { Ports } from './ports.ts'

/** Logs what a person has to act on, at most once a minute: under load every request would say it. */
export const storageAlarm = ({ log, clock }: Pick<Ports, 'log' | 'clock'>) => {
  let last = Number.NEGATIVE_INFINITY
  return (error: unknown): void => {
    if (Math.abs(clock() - last) < minute) return
    last = clock()
    log({ event: 'alarm', kind: 'storage', code: storageCode(error) })
  }
}
