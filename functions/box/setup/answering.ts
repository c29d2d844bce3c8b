import { Refusal } from '../command.ts'
import type { BoxSettings } from '../config.ts'
import { ownUnits } from '../instance.ts'

/** Asks the program of this machine. @returns the status of its answer; undefined if nothing answers */
export const statusOf = async ({ host, port }: BoxSettings['listen']): Promise<number | undefined> => {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
    return answer.status
  } catch {
    return undefined
  }
}

/**
 * For a command that fills a state: a server that runs would go on with the database that was moved away, and what it stores
 * would be lost.
 * @throws Refusal where the server runs
 */
export const needStopped = async (listen: BoxSettings['listen']): Promise<void> => {
  if ((await statusOf(listen)) === undefined) return
  const { server, timer } = ownUnits()
  throw new Refusal(`网站程序还在运行，什么都没有做。请先停下：sudo systemctl stop ${server} ${timer}`)
}
