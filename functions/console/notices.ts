/**
 * npm run notices [-- <file>]: checks a configuration of notices, that of the county if no other is named, and says how many
 * notices of the local database are in which state. Prints no value of the configuration.
 */
import { existsSync, readFileSync } from 'node:fs'
import { chosenCounty } from '../../site/build/county-folder.ts'
import { namesFor } from './deploy/names.ts'

if (import.meta.main) {
  const file = process.argv[2] ?? namesFor(chosenCounty()).notices
  const [{ readNoticeConfig, sayFaults }, { withLocalPorts }, { stateFolder }] = await Promise.all([
    import('../notices/config.ts'),
    import('./ports.ts'),
    import('./secrets.ts'),
  ])
  if (existsSync(file)) {
    const config = readNoticeConfig(readFileSync(file, 'utf8'))
    process.stdout.write(config.ok ? `${file}: correct\n` : `${sayFaults(config.error)}\n`)
    if (!config.ok) process.exitCode = 1
  } else process.stdout.write(`${file}: not there\n`)
  const counts = await withLocalPorts(stateFolder(), ({ store }) => store.countNotices()).catch(() => [])
  for (const { state, count } of counts) process.stdout.write(`${state}: ${count}\n`)
}
