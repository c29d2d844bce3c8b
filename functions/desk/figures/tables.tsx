import { yuan } from '#domain/agreement/items.ts'
import { dayMeasures } from '#domain/figures/day-measures.ts'
import { columns, groups } from '#domain/figures/groups.ts'
import { type Measure, measure } from '#domain/figures/measures.ts'
import { percent, shareIds, shareTable, within } from '#domain/figures/shares.ts'
import { Bar } from './bar.tsx'
import { besideText, daysText, FigureTable, lateText, middles, spoken } from './cells.tsx'
import type { Line } from './lines.ts'
import type { Figures } from './read-figures.ts'
import { type RowKind, rowKinds } from './row-kinds.ts'

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
  figures: {
    all: { sums: all, entered, later },
    allBefore,
  },
}: {
  title: string
  measures: readonly Measure[]
  figures: Pick<Figures, 'all' | 'allBefore'>
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

/** The shares, each with its definition. */
export const ShareTable = ({ all: { sums: all }, allBefore }: Pick<Figures, 'all' | 'allBefore'>) => (
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

/** Median and ninetieth percentile of the days to the first answer and to the end. */
export const DaysTable = ({ all: { sums: all }, allBefore }: Pick<Figures, 'all' | 'allBefore'>) => (
  <table class="desk-table figure-table">
    <caption>多少天</caption>
    <thead>
      <tr>
        <th scope="col">从登记起算</th>
        {middles.map(({ name }) => (
          <th scope="col">{name}的案件</th>
        ))}
        <th scope="col">上一期</th>
      </tr>
    </thead>
    <tbody>
      {dayMeasures.map((id) => (
        <tr>
          <Named {...measure(id)} />
          {middles.map(({ name, share }) => (
            <td data-l={`${name}的案件，不超过`}>{daysText(within(all.days(id), share))}</td>
          ))}
          <td data-l="上一期">
            {middles.map(({ share }) => daysText(within(allBefore.days(id), share))).join('，')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Cases by category, track, level or place. */
export const LineTable = ({ kind, lines }: { kind: RowKind; lines: readonly Line[] }) => {
  const { name, nameOf } = rowKinds[kind]
  const most = Math.max(...lines.map(({ sums }) => sums.of('received')), 1)
  return (
    <FigureTable title={name} head={name} columns={columns.map((id) => measure(id).name)}>
      {lines.map(({ id, sums, ...late }) => (
        <tr>
          <th scope="row">{nameOf(id)}</th>
          {columns.map((column) => (
            <td data-l={measure(column).name}>
              {sums.of(column)}
              {lateText(column, late)}
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
    </FigureTable>
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
