import { connect } from 'node:net'
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

/** How long a connection may take, in milliseconds. */
const wait = 5_000

/** Whether anybody listens at an address: only a refused connection says that nobody does. @returns true, or why not */
const reached = ({ host, port }: BoxSettings['listen']): Promise<true | string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: wait })
    const settle = (found: true | string) => {
      socket.destroy()
      resolve(found)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle('ETIMEDOUT'))
    socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.name))
  })

const sayStop = (): string => {
  const { server, timer } = ownUnits()
  return `请先停下：sudo systemctl stop ${server} ${timer}`
}

/** What is said where the lock of a state is taken. */
export const sayInUse = (): string =>
  `网站程序或另一个命令正在用数据文件夹，什么都没有做。等那个命令做完；网站程序还在的话，${sayStop()}`

/**
 * For a command that fills a state: a server that runs would go on with the database that was moved away, and what it stores
 * would be lost. The lock of the state does not show such a server, because its file was moved away as well.
 * @throws Refusal where the server runs, also if it answers nothing, and where that cannot be found out
 */
export const needStopped = async (listen: BoxSettings['listen']): Promise<void> => {
  const found = await reached(listen)
  if (found === 'ECONNREFUSED') return
  throw new Refusal(
    found === true
      ? `网站程序还在运行，什么都没有做。${sayStop()}`
      : `看不出网站程序有没有停下（${listen.host}:${listen.port}，${found}），什么都没有做。${sayStop()}；再核对 box.json 里的 listen。`,
  )
}
