import { type Day, daysBetween, fullDay } from '#domain/basics/time.ts'
import type { CountedSpan } from '#domain/clocks/calendar.ts'
import { shownSpan } from '#domain/clocks/limit-span.ts'
import type { LimitData, LimitEntry } from '#domain/content/limit-data.ts'
import { limitCount, pages } from '#domain/routes/site.ts'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { Icon } from '#ui/icons.tsx'
import { HotlineRow } from '#ui/telephone.tsx'
import { Quoted } from './quoted.tsx'

/** The last day of a limit: the day, how it was counted, what interrupts it and what to do before it. */

export interface CountedLimitProps {
  data: LimitData
  limit: LimitEntry
  from: Day
  today: Day
  counted: CountedSpan
}

const timeLeft = (today: Day, last: Day): string => {
  const days = daysBetween(today, last)
  if (days > 0) return `离今天还有 ${days} 天。`
  return days === 0 ? '就是今天。' : `已经过了 ${agoFor(-days)}。`
}

/** 12 天, 约 7 个月, 5 年多: nobody counts years in days. */
const agoFor = (days: number): string => {
  if (days < 60) return `${days} 天`
  return days < 730 ? `约 ${Math.round(days / 30.4)} 个月` : `${Math.floor(days / 365.25)} 年多`
}

const uncertain = ({ provisional, beforeKnown }: CountedSpan): string => {
  if (beforeKnown) return '那一年的放假安排这里没有存，只按周六、周日算的；碰上放假，真正的最后一天会晚几天。'
  return provisional ? '那一年的放假安排还没公布，这一天是暂定的，放假的日子公布后可能往后推。' : ''
}

const Steps = ({ limit, from, counted }: Pick<CountedLimitProps, 'limit' | 'from' | 'counted'>) => (
  <ol class="steps">
    <li>
      从{fullDay(from)}算，当天不算，从{fullDay(counted.begins)}数起。
    </li>
    <li>
      {shownSpan(limit)}
      {limit.workdays ? '（工作日）' : ''}，数到{fullDay(counted.arrives)}。
    </li>
    {counted.day === counted.arrives ? null : <li>那天放假，推到放完假的头一天：{fullDay(counted.day)}。</li>}
  </ol>
)

const Breaking = ({ data, limit }: Pick<CountedLimitProps, 'data' | 'limit'>) =>
  limit.breaks ? (
    <>
      <h2>什么情况重新算、停下来</h2>
      <p>
        书面催过对方、对方答应过、去法院或者有关部门提过，时间一般从那天重新算。要留下凭据，再从那天算一遍。
      </p>
      {data.breaking[limit.breaks]
        .filter(({ path }) => path !== limit.source?.path)
        .map((article) => (
          <Quoted article={article} />
        ))}
    </>
  ) : (
    <>
      <h2>这个期限能不能停</h2>
      <p>别指望催一催、谈一谈就能往后推。有特别的难处，赶在最后一天以前打 12348 问。</p>
    </>
  )

/** The main part of the page: the last day of `limit`, counted from the day `from`. */
export const CountedLimit = ({ data, limit, from, today, counted }: CountedLimitProps) => {
  const past = counted.day < today
  const query = new URLSearchParams({ limit: limit.id, from }).toString()
  return (
    <>
      <Crumbs trail={[{ name: pages.deadlines.name, path: pages.deadlines.path }, { name: limit.name }]} />
      <div class="page-width">
        <header class="page-head">
          <span class="eyebrow">{limit.name}</span>
          <h1>最后一天：{fullDay(counted.day)}</h1>
          <p>
            {timeLeft(today, counted.day)}
            {uncertain(counted)}
          </p>
        </header>
        <div class="columns">
          <div class="text">
            <div class="deadline">
              <Icon name="clock" />
              <div>
                <b>抄下来：</b>
                <p>
                  {limit.name}，最后一天是 {fullDay(counted.day)}
                  {limit.source ? `（${limit.source.title}）` : ''}。
                </p>
              </div>
            </div>
            {past ? (
              <p>
                过了最后一天，不等于一定没有办法：中间催过、谈过、去过法院的，可能重新算过；有的过了，对方不提，法院也不会主动拿这个说事。先打
                <a href="tel:12348">12348</a>问清，再决定。
              </p>
            ) : null}
            <h2>那天以前要做什么</h2>
            <p>{limit.before}别等最后一天。</p>
            <h2>怎么算出来的</h2>
            <Steps limit={limit} from={from} counted={counted} />
            <p>
              这个期限从{limit.from}算。{limit.note}您填的日子不对，结果也不对。
            </p>
            <h2>法律怎么说</h2>
            {limit.source ? <Quoted article={limit.source} /> : null}
            <Breaking data={data} limit={limit} />
            <h2>日子怎么数</h2>
            {data.counting.map((article) => (
              <Quoted article={article} />
            ))}
          </div>
          <aside aria-label="接下来">
            <Card title="放进手机日历">
              <p class="soft">微信里存不了，把上面那行抄下来，或者用手机自带的浏览器打开这一页再点。</p>
              <div class="actions">
                <a class="button secondary" href={`${limitCount.calendar}?${query}`}>
                  存一个提醒（.ics）
                </a>
              </div>
            </Card>
            <Card title="拿不准，问一问">
              <ul class="lines">
                <HotlineRow number="12348" />
              </ul>
              <div class="actions">
                <a class="button secondary" href={pages.deadlines.path}>
                  再算一个
                </a>
              </div>
            </Card>
          </aside>
        </div>
      </div>
    </>
  )
}
