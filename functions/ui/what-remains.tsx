import type { Child } from 'hono/jsx'
import { type Day, fullDay, spokenDay } from '#domain/basics/time.ts'
import { type EndLimit, lastDayOf } from '#domain/clocks/end-limits.ts'
import { endOfWay, findWay, type WayDays, type WayEnd } from '#domain/clocks/remaining-ways.ts'
import type { PublicCase } from '#domain/following/followed-view.ts'
import { articlePath } from '#domain/routes/laws.ts'
import { pages } from '#domain/routes/site.ts'
import { isEnded, isResult, type Status } from '#domain/words/statuses.ts'
import { county } from '#generated/county.ts'
import { Card } from './card.tsx'
import { Cite } from './cite.tsx'
import { HotlineRow } from './telephone.tsx'
import { UnkeptWays } from './unkept-ways.tsx'

/** What a person can still do after their case has ended (人民调解法 26). */

/** The last day of a way, and from which day it is counted. */
const LastDayOf = ({ end: { day, from, renewed, provisional } }: { end: WayEnd }) => (
  <>
    {renewed ? `您${fullDay(from)}提了要求，那天还没过的，从那天重新算` : `按记下的，从${fullDay(from)}算`}
    ，最后一天是 <b class="no-break">{fullDay(day)}</b>
    {provisional ? '（暂定）' : ''}。
  </>
)

/** A way that remains: how long, from when, on which article, until which day, and what else to know. */
const LimitLine = ({ id, days }: { id: string; days?: WayDays | undefined }) => {
  const way = findWay(id)
  if (!way) return null
  const { name, span, from, article, note } = way
  const end = days ? endOfWay(id, days) : null
  return (
    <p>
      <b>
        {name}：{span}
      </b>
      {from && (!end || end.renewed) ? `，从${from}算` : ''}
      {article ? (
        <>
          （
          <a href={articlePath(article)}>
            <Cite text={county.articles[article] ?? ''} />
          </a>
          ）
        </>
      ) : null}
      。{end ? <LastDayOf end={end} /> : null}
      {note}
    </p>
  )
}

/** What can be requested against an answer, by the article of its clock: a review, or after one another (信访工作条例 35, 36). */
const reviews: Record<string, EndLimit> = {
  'petition-regulation-34': 'petition-review',
  'petition-regulation-35': 'petition-recheck',
}

/** The last day to request it. */
const spokenReviewDay = (limit: EndLimit, deliveredOn: Day): string => {
  const { day, provisional } = lastDayOf(limit, deliveredOn)
  return `${spokenDay(day)}${provisional ? '（暂定）' : ''}`
}

/** The remedies that the mediator named, each with its own time limit (人民调解法 26). */
const OtherWays = ({ ways, days }: { ways: string[]; days?: WayDays | undefined }) => (
  <>
    {ways.map((id) => (
      <LimitLine id={id} days={days} />
    ))}
    {ways.some((id) => findWay(id)?.from && !(days && endOfWay(id, days))) ? (
      <p>
        最后一天是哪天，<a href={pages.deadlines.path}>填上日子算一算</a>。
      </p>
    ) : null}
    <p>可以申请仲裁、找主管部门，也可以去法院起诉。走哪条路，先打 12348 问，不要钱。</p>
    <ul class="lines">
      <HotlineRow number="12348" />
    </ul>
  </>
)

/** What each result leaves to do. It still holds once the case is closed: the limits of the law run on. */
const results: Partial<Record<Status, (view: PublicCase) => { title: string; body: Child }>> = {
  settled: ({ unkept }) => ({
    title: '谈成以后，别忘了',
    body: (
      <>
        {unkept ? (
          <>
            <p>回访时记下：没有都照做。您可以请办的单位再谈，也可以：</p>
            <UnkeptWays />
          </>
        ) : null}
        <p>协议写了几号做什么，就按那天做。想让它和判决一样能强制执行，双方要一起去法院申请司法确认。</p>
        <LimitLine id={'judicial-confirmation' satisfies EndLimit} />
      </>
    ),
  }),
  failed: ({ ways, wayDays }) => ({
    title: '没谈成，还有别的路',
    body: <OtherWays ways={ways} days={wayDays} />,
  }),
  declined: () => ({ title: '这里办不了，还有别的路', body: <OtherWays ways={[]} /> }),
  answered: ({ clocks, deliveredOn }) => {
    const [limit] = clocks.flatMap(({ rule }) => reviews[rule.article ?? ''] ?? [])
    return {
      title: '对答复不满意',
      body: limit ? (
        <>
          <LimitLine id={limit} />
          {deliveredOn ? (
            <p>
              书面答复是 {spokenDay(deliveredOn)}到您手上的，最后一天是{' '}
              <b>{spokenReviewDay(limit, deliveredOn)}</b>。
            </p>
          ) : null}
        </>
      ) : (
        <p>可以打电话再问；觉得不对，可以打 12345 反映。</p>
      ),
    }
  },
}

const Again = () => (
  <p>
    这件事又起了争执，或者还想接着办，不用再交一遍：打电话跟办的单位说，看要不要重新办。是另一件事，
    <a href={pages.file.path}>另外提交</a>。
  </p>
)

/** The card for a case that has ended; null while it is in progress. */
export const WhatRemains = ({ view }: { view: PublicCase }) => {
  if (!isEnded(view.status)) return null
  const end = view.result ? results[view.result]?.(view) : undefined
  const again = !end || !isResult(view.status)
  return (
    <section class="text remains">
      <Card title={end?.title ?? '还有事'}>
        {end?.body}
        {again ? <Again /> : null}
      </Card>
    </section>
  )
}
