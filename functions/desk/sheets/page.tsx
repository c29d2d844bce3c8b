import { inFours } from '#domain/basics/hex.ts'
import { addDays, type Day, daysBetween, firstOfMonth, fullDay } from '#domain/basics/time.ts'
import { areaName } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import type { PublishedRoot } from '#store/ports/anchors.ts'
import { type Digest, mostLines } from './digest.ts'

interface Props {
  title: string
  unitName: string
  today: Day
  digest: Digest
  /** Of a month that is over: the newest published root of its days. */
  root?: PublishedRoot | undefined
  /** True if its cases are named, as on the sheets of a day and of a week. */
  named: boolean
  /** Monthly registers that the reader can open. */
  registers: readonly { path: string; name: string }[]
}

/** Category and place as filed: a 事由 can be written and changed on a later day. */
const Lines = ({ lines, title }: { lines: Digest['lines']; title: string }) => (
  <table class="desk-table">
    <caption class="visually-hidden">{title}</caption>
    <thead>
      <tr>
        <th scope="col">编号</th>
        <th scope="col">哪方面、哪里</th>
        <th scope="col">谁做了什么</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ number, category, region, deeds }) => (
        <tr>
          <td>
            <a href={casePath(number)}>{number}</a>
          </td>
          <td>
            {categories[category].name}，{areaName(region)}
          </td>
          <td>
            {deeds.map(({ who, what }) => (
              <p>
                {who}：<b>{what}</b>
              </p>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Nothing happened: then how long the unit has reached nobody says more than the zero. */
const ZeroReport = ({ until, contactOn }: { until: Day; contactOn: Day | null }) => (
  <p class="soft">
    没有新情况（零报告）。
    {contactOn === null
      ? '本单位很久没有和当事人联系过。'
      : `本单位最近一次联系上当事人是 ${fullDay(contactOn)}，到 ${fullDay(until)} 有 ${daysBetween(contactOn, until)} 天。`}
    <span class="small">联系上：写给当事人、打通电话、当面问过、开了会、来人来电登记的都算。</span>
  </p>
)

/** What each figure of a sheet counts. */
const definitions =
  '新登记：登记进来的。受理：当期受理的。有结果：达成协议、答复、调解不成，当场登记没有核实的不算。转来、转出：别的单位交来、交出去的。一件一期只算一次。'

/** What the figures of this moment count, and why they can be more than those of the places below. */
const nowDefinition = (withBelow: boolean): string =>
  `现在在办、过期：旧台账里接着办的也在内。${withBelow ? '本单位看得到的都算，自己这一级的也在内；“看下级”只数下级各地方的。' : ''}`

/**
 * 每日动态, 周小结 or 月通报, to read and print; an empty span is reported too (零报告). Days have their year: a sheet that is
 * printed in another year has the same bytes.
 */
export const DigestPage = ({ title, unitName, today, digest, root, named, registers }: Props) => {
  const { from, to, isEmpty, lines, more, figures, now } = digest
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>{title}</h1>
        <p>
          {unitName}　{fullDay(from)}
          {from === to ? '' : ` 到 ${fullDay(to)}`}
        </p>
      </header>
      <dl class="figures">
        {[
          ...figures,
          ...(now
            ? ([
                ['现在在办', now.open],
                ['其中过期', now.overdue],
              ] as const)
            : []),
        ].map(([name, count]) => (
          <div>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{definitions}</p>
      {now ? <p class="soft small">{nowDefinition(now.withBelow)}</p> : null}
      <section class="section">
        <h2 class="section-head">{named ? '动过的案件' : '案件'}</h2>
        {isEmpty ? (
          <ZeroReport until={to < today ? to : today} contactOn={digest.contactOn} />
        ) : named ? (
          <Lines lines={lines} title={title} />
        ) : (
          <p class="soft">一件一件的，看每日动态和周小结。</p>
        )}
        {more ? <p class="soft">只列前 {mostLines} 件，上面的数字是全的。</p> : null}
      </section>
      {root ? (
        <p class="soft small">
          {fullDay(root.day)}的记录，公布的核对码：<span class="typed">{inFours(root.root)}</span>
        </p>
      ) : null}
      <ul class="filters section no-print">
        <li>
          <a href={`${deskPages.digest.path}?day=${addDays(from, -1)}`}>前一天</a>
        </li>
        <li>
          <a href={deskPages.digest.path}>今天</a>
        </li>
        <li>
          <a href={deskPages.week.path}>这一周</a>
        </li>
        <li>
          <a href={deskPages.month.path}>这一月</a>
        </li>
        <li>
          <a href={`${deskPages.month.path}?day=${addDays(firstOfMonth(from), -1)}`}>上个月</a>
        </li>
        {registers.map(({ path, name }) => (
          <li>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
