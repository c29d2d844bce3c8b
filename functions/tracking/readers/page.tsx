import { day as dayLength, logLife } from '#domain/basics/bounds.ts'
import { fullDay } from '#domain/basics/time.ts'
import type { ReadDay } from '#domain/following/readers.ts'
import { unit as unitOf } from '#domain/places/areas.ts'
import { Back } from '../code-again/page.tsx'

export const readersTitle = '哪些单位看过'

const Days = ({ reads }: { reads: ReadDay[] }) => (
  <dl class="check">
    {[...Map.groupBy(reads, ({ day }) => day)].map(([day, units]) => (
      <div>
        <dt>{fullDay(day)}</dt>
        <dd>{units.map(({ unit }) => unitOf(unit).name).join('、')}</dd>
      </div>
    ))}
  </dl>
)

/** Which units read the case, newest day first. @param reads null for a case of which this is not told */
export const ReadersPage = ({ number, reads }: { number: string; reads: ReadDay[] | null }) => (
  <div class="page-width text">
    <header class="page-head">
      <h1>{readersTitle}</h1>
      <p>
        案件 <span class="no-break">{number}。</span>
        工作人员打开您的案件，都会记下来。
        {reads === null
          ? '在县一级办的事，哪个单位看过都不列。'
          : '这里写单位和日期，当天看的，第二天才列出来。'}
      </p>
    </header>
    {reads === null ? null : reads.length === 0 ? (
      <p>到昨天为止，还没有单位打开过。</p>
    ) : (
      <Days reads={reads} />
    )}
    <p class="soft small">
      记录留 {logLife / dayLength} 天。觉得有不该看的单位看了，请打 <a href="tel:12345">12345</a> 问。
    </p>
    <Back />
  </div>
)
