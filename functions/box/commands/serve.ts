import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { erasureFile } from '../../erasure-list.ts'
import { createNodeApp, type NodeApp } from '../../node.ts'
import { type BoxConfig, configPath, readBoxConfig, sayBoxFaults } from '../config.ts'
import { every, everyTenMinutes } from '../every.ts'
import { addressOf } from '../http/request.ts'
import { boxServer } from '../http/server.ts'
import { migrationsFolder, siteFolder, statePaths } from '../paths.ts'
import type { Run } from '../run.ts'
import { staticSite } from '../site/site.ts'
import { drained, signalled } from '../stop.ts'

/** `liuchixiang serve`: serves the site, and runs the schedule, until a signal. */

const openApp = (config: BoxConfig): NodeApp => {
  const { database, files, erasures } = statePaths(config.state)
  mkdirSync(files, { recursive: true, mode: 0o700 })
  return createNodeApp({
    database,
    files,
    migrations: migrationsFolder(),
    site: siteFolder(),
    secrets: config.secrets,
    ...(config.notices !== undefined && { notices: config.notices }),
    erasures: erasureFile(erasures),
    clientAddress: addressOf,
  })
}

const serve = async (config: BoxConfig): Promise<void> => {
  const stopped = signalled()
  const { fetch, ready, ports, schedule, close } = openApp(config)
  await ready
  const { origin, proxies, listen } = config
  const server = boxServer({ origin, proxies, site: staticSite(siteFolder()), app: fetch, log: ports.log })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(listen.port, listen.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  process.stdout.write(`Ready: ${listen.host}:${port}, for ${origin}\n`)
  const end = every(everyTenMinutes, schedule, ports.log)
  await stopped
  await Promise.all([drained(server), end()])
  close()
}

export const run: Run = async () => {
  // Files of this process are for its own account only.
  process.umask(0o077)
  const config = readBoxConfig(configPath())
  if (!config.ok) {
    process.stderr.write(`${sayBoxFaults(config.error)}\n`)
    return 1
  }
  await serve(config.value)
  return 0
}
