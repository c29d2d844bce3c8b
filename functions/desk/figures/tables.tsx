import { yuan } from '#domain/agreement/items.ts'
import { columns, groups } from '#domain/figures/groups.ts'
import { type Measure, measure } from '#domain/figures/measures.ts'
import { percent, type Share, type Sums, shareIds, shareTable, within } from '#domain/figures/shares.ts'
import { Bar } from './bar.tsx'
import type { Figures, Line } from './read-figures.ts'

/** A figure as it is read: 12, 3 人, 600 元. */
const shown = (id: Measure, n: number): string => {
  const { in: unit } = measure(id)
  if (unit === '元') return yuan(n)
  return unit && unit !== 'days' ? `${n} ${unit}` : String(n)
}

const Named = ({ name, definition }: { name: string; definition: string }) => (
  <th scope="row">
    {name}
    <span class="soft small definition">{definition}</span>
  </th>
)

/** One group of measures: this period, the one before, what was entered later, each with its definition. */
const GroupTable = ({
  title,
  measures,
  figures: { all, allBefore, entered, later },
}: {
  title: string
  measures: readonly Measure[]
  figures: Pick<Figures, 'all' | 'allBefore' | 'entered' | 'later'>
}) => {
  const most = Math.max(
    ...measures.flatMap((id) => (measure(id).in ? [] : [all.of(id), allBefore.of(id)])),
    1,
  )
  return (
    <table class="desk-table figure-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">指标和算法</th>
          <th scope="col">这一期</th>
          <th scope="col">上一期</th>
          <th scope="col">过后补登</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((id) => (
          <tr>
            <Named {...measure(id)} />
            <td data-l="这一期">
              <b>{shown(id, all.of(id))}</b>
              {entered.has(id) ? `（其中补登 ${entered.get(id)}）` : ' '}
              {measure(id).in ? null : <Bar of={all.of(id)} most={most} />}
            </td>
            <td data-l="上一期">
              {shown(id, allBefore.of(id))}{' '}
              {measure(id).in ? null : <Bar of={allBefore.of(id)} most={most} />}
            </td>
            {later.has(id) ? <td data-l="过后补登">{`另有 ${later.get(id)}`}</td> : <td />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const spoken = (share: Share): string => {
  const value = percent(share)
  return value === null ? '没有可算的' : `${value}%（${share.part}／${share.whole}）`
}

/** What stands beside the settle rate, so that nobody improves it by turning people away. */
const beside = ['withdrawn', 'refused', 'declined', 'reopened'] as const satisfies Measure[]
const besideText = ({ of }: Sums): string => beside.map((id) => `${measure(id).name} ${of(id)}`).join('，')

/** The shares, each with its definition. */
export const ShareTable = ({ all, allBefore }: Pick<Figures, 'all' | 'allBefore'>) => (
  <table class="desk-table figure-table">
    <caption>比例</caption>
    <thead>
      <tr>
        <th scope="col">比例和算法</th>
        <th scope="col">这一期</th>
        <th scope="col">上一期</th>
      </tr>
    </thead>
    <tbody>
      {shareIds.map((id) => (
        <tr>
          <Named {...shareTable[id]} />
          <td data-l="这一期">
            <b>{spoken(shareTable[id].of(all))}</b>{' '}
            {shareTable[id].of(all).whole > 0 ? (
              <Bar of={percent(shareTable[id].of(all)) ?? 0} most={100} />
            ) : null}
            {id === 'settled' ? <p class="small">旁边看：{besideText(all)}。</p> : null}
          </td>
          <td data-l="上一期">{spoken(shareTable[id].of(allBefore))}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const daysText = (days: number | null): string => (days === null ? '没有' : `${days} 天`)

/** Median and ninetieth percentile of the days to the first answer and to the end. */
export const DaysTable = ({ all, allBefore }: Pick<Figures, 'all' | 'allBefore'>) => (
  <table class="desk-table figure-table">
    <caption>多少天</caption>
    <thead>
      <tr>
        <th scope="col">从登记起算</th>
        <th scope="col">一半的案件</th>
        <th scope="col">九成的案件</th>
        <th scope="col">上一期</th>
      </tr>
    </thead>
    <tbody>
      {(['firstAnswer', 'endDays'] as const).map((id) => (
        <tr>
          <Named {...measure(id)} />
          <td data-l="一半的案件，不超过">{daysText(within(all.days(id), 0.5))}</td>
          <td data-l="九成的案件，不超过">{daysText(within(all.days(id), 0.9))}</td>
          <td data-l="上一期">
            {daysText(within(allBefore.days(id), 0.5))}，{daysText(within(allBefore.days(id), 0.9))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Cases by category, track, level or place. */
export const LineTable = ({
  title,
  lines,
  nameOf,
}: {
  title: string
  lines: readonly Line[]
  nameOf: (id: string) => string
}) => {
  const most = Math.max(...lines.map(({ sums }) => sums.of('received')), 1)
  return (
    <table class="desk-table figure-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {columns.map((id) => (
            <th scope="col">{measure(id).name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, sums }) => (
          <tr>
            <th scope="row">{nameOf(id)}</th>
            {columns.map((column) => (
              <td data-l={measure(column).name}>
                {sums.of(column)}
                {column === 'received' ? (
                  <>
                    {' '}
                    <Bar of={sums.of(column)} most={most} />
                  </>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** All groups of measures. */
export const GroupTables = ({ figures }: { figures: Figures }) => (
  <>
    {groups.map(({ title, measures }) => (
      <GroupTable title={title} measures={measures} figures={figures} />
    ))}
  </>
)
