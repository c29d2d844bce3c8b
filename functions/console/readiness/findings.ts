import { addMonths, dayOf, type Instant } from '#domain/basics/time.ts'
import type { County } from '#domain/content/county.ts'
import type { DeskData } from '#domain/content/desk-data.ts'
import type { DossierData } from '#domain/content/dossier.ts'
import type { LibraryData } from '#domain/content/reference.ts'
import { officeKindIds, officeKinds } from '#domain/words/office-kinds.ts'
import { countyPlace } from '../../../site/build/county-folder.ts'
import { samplesIn } from './samples.ts'

/** What is still missing before a county goes public (npm run county:check, npm run deploy). */

/** `error`: must not be published so; `advice`: the county decides. */
export interface Finding {
  level: 'error' | 'advice'
  /** Where it is put right: a file (of `content/`, also where the county has its own), a place in it, or a command. */
  place: string
  /** What is missing and what follows from it, for a person of the county. */
  says: string
}

/** What a build knows of the county besides its data. */
export interface BuiltFacts {
  library: Pick<LibraryData, 'offices' | 'people'> & {
    situations: readonly Pick<LibraryData['situations'][number], 'name' | 'offices'>[]
  }
  dossier: Pick<DossierData, 'sample'>
  desk: Record<'checklist' | 'mediationReport', Pick<DeskData['checklist' | 'mediationReport'], 'sample'>>
  /** The day on which each text was last compared with the law, or `never`. */
  reviewed: readonly { file: string; day: string }[]
}

/** What a build knows of the county. */
export interface BuiltCounty extends BuiltFacts {
  county: County
}

const error = (place: string, says: string): Finding => ({ level: 'error', place, says })
const advice = (place: string, says: string): Finding => ({ level: 'advice', place, says })
const when = (holds: boolean, finding: Finding): Finding[] => (holds ? [finding] : [])

const site = ({ site: facts }: County): Finding[] => {
  const file = 'content/site.yaml'
  const line = (key: string, says: string) => advice(`${file}: ${key}`, says)
  return [
    ...when(!facts.url.startsWith('https://'), error(`${file}: url`, '网址要用 https')),
    ...when(facts.securityContact === '', line('securityContact', '没有写发现漏洞找谁；现在给的是联系电话')),
    ...when(facts.operator === '', line('operator', '没有写承办单位；页脚没有这一行')),
    ...when(facts.address === '', line('address', '没有写地址；页脚没有这一行')),
    ...when(facts.icp === '', line('icp', '没有写 ICP 备案号；在国内公开的网站要有')),
    ...when(facts.police === '', line('police', '没有写公安备案号；在国内公开的网站要有')),
    ...when(facts.siteCode === '', line('siteCode', '没有写网站标识码；政府网站要有')),
    ...when(
      facts.name !== '六尺巷',
      advice('site/public/share.png', '网站改了名，转发时的图上还写着六尺巷（site/drawings/share.svg 画的）'),
    ),
  ]
}

const people = ({ duty, experts, units }: County): Finding[] => [
  ...when(
    duty.length === 0,
    advice(
      'content/duty.yaml',
      '没有排班：任何时候表上都说现在没人看、请打 110；有危险的案件，第一次联系的钟从收到就开始走',
    ),
  ),
  ...when(experts.length === 0, advice('content/experts.yaml', '没有专家：没有“问专家”这一页的内容')),
  ...when(
    !units.some(({ kind }) => kind === 'professional-committee'),
    advice('content/regions.yaml', '没有专业调委会：医疗、劳动、交通的案件都从村里开始'),
  ),
]

/** Kinds of office that pages of situations name, and the county does not have. */
const offices = ({ library: { offices: own, situations } }: BuiltCounty): Finding[] => {
  const has = new Set(own.map(({ kind }) => kind))
  return officeKindIds.flatMap((kind) => {
    const pages = situations.filter((one) => one.offices.includes(kind)).map(({ name }) => name)
    return pages.length === 0 || has.has(kind)
      ? []
      : advice(
          'content/offices.yaml',
          `没有${officeKinds[kind].name}（${kind}）：这些页上没有它的电话：${pages.slice(0, 6).join('、')}`,
        )
  })
}

const ownTexts = ({ dossier, desk }: BuiltCounty): Finding[] => [
  ...when(
    dossier.sample,
    advice(
      'content/dossier.yaml: sample',
      '卷宗的文书、保管期限还是样张，印出来的纸上写着“样张（示例）”；县里看过以后写 sample: false',
    ),
  ),
  ...when(
    desk.checklist.sample,
    advice('content/checklist.yaml: sample', '排查清单还是示例；换成本县的，写 sample: false'),
  ),
  ...when(
    desk.mediationReport.sample,
    advice(
      'content/mediation-report.yaml: sample',
      '以案定补的金额还是示例；照县里的补贴办法改，写 sample: false',
    ),
  ),
]

/** The list of this year must be there, and from November on that of the next one too. */
const calendar = ({ calendar: { years } }: County, now: Instant): Finding[] => {
  const today = dayOf(now)
  const wanted = [Number(today.slice(0, 4)), Number(addMonths(today, 2).slice(0, 4))]
  return [...new Set(wanted)]
    .filter((year) => !years.includes(year))
    .map((year) =>
      advice(
        `content/calendar/${year}.yaml`,
        `没有 ${year} 年的放假安排：那一年的期限只扣周末，都写着“暂定”`,
      ),
    )
}

/** Half a year, as `npm run content:stale`. */
const months = 6

const texts = ({ reviewed }: BuiltCounty, now: Instant): Finding[] => {
  const limit = addMonths(dayOf(now), -months)
  const old = reviewed.filter(({ day }) => day === 'never' || day <= limit)
  return when(
    old.length > 0,
    advice(
      'npm run content:stale',
      `${old.length} 篇文章半年没有和法律核对过：${old
        .slice(0, 3)
        .map(({ file }) => file)
        .join('、')}${old.length > 3 ? ' 等' : ''}`,
    ),
  )
}

/**
 * Everything that is missing in a county's own data.
 * @param now for the calendar and the age of texts
 */
export const findingsIn = (built: BuiltCounty, now: Instant): Finding[] => {
  const samples = samplesIn(built.county, built.library)
  return [
    ...samples.map((one) => error(one, '还是示例县的')),
    ...site(built.county),
    ...people(built.county),
    ...offices(built),
    ...ownTexts(built),
    ...calendar(built.county, now),
    ...texts(built, now),
  ]
}

/** One line for each, errors first, then how many there are. */
export const sayFindings = (found: readonly Finding[]): string => {
  const errorsFirst = found.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'))
  const lines = errorsFirst.map(
    ({ level, place, says }) => `${level === 'error' ? '必须改' : '建议'}  ${countyPlace(place)}：${says}`,
  )
  const errors = found.filter(({ level }) => level === 'error').length
  return [...lines, `必须改 ${errors} 处，建议 ${found.length - errors} 处。`].join('\n')
}
