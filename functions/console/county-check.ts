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
import { findingsIn, sayFindings } from './readiness/findings.ts'
import { liveFindings } from './readiness/live.ts'
import { noticeFindings } from './readiness/notices.ts'

const { notices } = namesFor(chosenCounty())
const noticeText = existsSync(notices) ? readFileSync(notices, 'utf8') : undefined
const { live } = parseArgs({ options: { live: { type: 'boolean', default: false } } }).values
const built = await readBuilt()
const found = [
  ...findingsIn(built, clock()),
  ...noticeFindings(notices, noticeText, 'docs/operating.md'),
  ...(live ? await liveFindings(built.county.site.url) : []),
]
process.stdout.write(`${sayFindings(found)}\n`)
if (found.some(({ level }) => level === 'error')) process.exitCode = 1
