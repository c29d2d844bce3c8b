/**
 * npm run county:check [-- --live]: says what is still missing before the county goes
 * public, each with where it is put right. Ends with 1 if something must be changed. With --live it also asks the
 * running site at the address of site.yaml.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chosenCounty } from '../../site/build/county-folder.ts'
import { clock } from './clock.ts'
import { namesFor } from './deploy/names.ts'
import { readBuilt } from './readiness/built.ts'
import { type Finding, findingsIn, sayFindings } from './readiness/findings.ts'
import { liveFindings } from './readiness/live.ts'

/** Whether messages will be sent, and whether their configuration is right. */
const notices = async (): Promise<Finding[]> => {
  const { notices: file } = namesFor(chosenCounty())
  if (!existsSync(file))
    return [{ level: 'advice', place: file, says: '没有：不发短信，也不提醒工作人员（docs/operating.md）' }]
  const { readNoticeConfig, sayFaults } = await import('../notices/config.ts')
  const config = readNoticeConfig(readFileSync(file, 'utf8'))
  return config.ok ? [] : [{ level: 'error', place: file, says: sayFaults(config.error) }]
}

const { live } = parseArgs({ options: { live: { type: 'boolean', default: false } } }).values
const built = await readBuilt()
const found = [
  ...findingsIn(built, clock()),
  ...(await notices()),
  ...(live ? await liveFindings(built.county.site.url) : []),
]
process.stdout.write(`${sayFindings(found)}\n`)
if (found.some(({ level }) => level === 'error')) process.exitCode = 1
