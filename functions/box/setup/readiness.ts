import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#domain/basics/time.ts'
import { county } from '#generated/county.ts'
import { type BuiltFacts, type Finding, findingsIn } from '../../console/readiness/findings.ts'
import { noticeFindings } from '../../console/readiness/notices.ts'
import { secretFiles } from '../config.ts'
import { newKeysFolder } from '../key-files.ts'
import { factsFile } from '../paths.ts'

/** What is missing before the county goes public, as far as this machine knows it: the rules of `npm run county:check`. */

/** A county that was not made yet has hundreds. */
const shown = 6

/** True if what the site prints and sends names the address under which it is served. */
export const isOwnAddress = (origin: string): boolean => new URL(county.site.url).origin === origin

/** The address that links of the site itself carry, and the one under which it is served. */
const address = (origin: string): Finding[] => {
  const { url } = county.site
  return isOwnAddress(origin)
    ? []
    : [
        {
          level: 'error',
          place: 'content/site.yaml: url',
          says: `内容里写的网址是 ${url}，这台机器是 ${origin}`,
        },
      ]
}

/**
 * Findings for whoever sets up the machine: everything that must be changed, and notices, which are switched on here.
 * To be called with the rights of root, since the folder of the keys is closed.
 * @param origin the public address
 */
export const readinessLines = (origin: string, now: Instant): string[] => {
  const facts = JSON.parse(readFileSync(factsFile(), 'utf8')) as BuiltFacts
  const content = findingsIn({ county, ...facts }, now)
  const path = join(newKeysFolder(), secretFiles.notices)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  const notices = noticeFindings(path, text, '说明里“发短信、发提醒”一节')
  const errors = [...address(origin), ...content].filter(({ level }) => level === 'error')
  const advice = content.length + address(origin).length - errors.length
  const line = ({ level, place, says }: Finding) =>
    `${level === 'error' ? '必须改' : '建议'}  ${place}：${says}`
  return [
    ...errors.slice(0, shown).map(line),
    ...(errors.length > shown ? [`必须改的还有 ${errors.length - shown} 处。`] : []),
    ...notices.map(line),
    ...(errors.length + advice > 0
      ? [
          `公开以前${errors.length > 0 ? `必须改 ${errors.length} 处，` : ''}另有建议 ${advice} 处：请做内容的人运行 npm run county:check，改好以后重做安装包。`,
        ]
      : []),
  ]
}
