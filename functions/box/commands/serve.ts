import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { clock } from '../../console/clock.ts'
import { command, Refusal } from '../command.ts'
import { type BoxSettings, configPath, readBoxSettings, sayBoxFaults } from '../config.ts'
import { every, everyTenMinutes } from '../every.ts'
import { TextResponse } from '../http/kept-body.ts'
import { boxServer } from '../http/server.ts'
import { log } from '../log.ts'
import { openApp } from '../open-app.ts'
import { programVersion, siteFolder } from '../paths.ts'
import { staticSite } from '../site/site.ts'
import { steady } from '../steady.ts'
import { drained, signalled } from '../stop.ts'
import { isSetByServer } from '../time-server.ts'

/** `liuchixiang serve`: serves the site, and runs the schedule, until a signal. */

/** A box without database or secrets serves what can be read, and ends after this time to be started anew by systemd. */
const tryAgain = 60_000

const serve = async ({ origin, proxies, listen, ...settings }: BoxSettings): Promise<boolean> => {
  const stopped = signalled()
  globalThis.Response = TextResponse
  const app = await openApp({ origin, proxies, listen, ...settings })
  const server = boxServer({ origin, proxies, site: staticSite(siteFolder()), app: app.fetch, log })
  server.listen(listen.port, listen.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  process.stdout.write(`已启动：版本 ${programVersion()}，${listen.host}:${port}，网址 ${origin}\n`)
  const times = { clock, timer: () => performance.now(), confirmed: () => isSetByServer(clock()) }
  const end = every(everyTenMinutes, steady(app.schedule, times, log, app.believable), log)
  const later = new Promise<void>((resolve) => {
    if (!app.usable) setTimeout(resolve, tryAgain).unref()
  })
  await Promise.race([stopped.then(() => undefined), later])
  await Promise.all([drained(server), end()])
  await app.close()
  return app.usable
}

export const run = command({ usage: ['serve'] }, async () => {
  const settings = readBoxSettings(configPath())
  if (!settings.ok) throw new Refusal(sayBoxFaults(settings.error))
  return serve(settings.value)
})
