import type { Child } from 'hono/jsx'
import { type Measure, measure } from '#domain/figures/measures.ts'
import { percent, type Share, type Sums } from '#domain/figures/shares.ts'
import type { Late } from './lines.ts'

/** Numbers of the tables of figures, as they are read. */

/** 67%（2／3）. */
export const spoken = (share: Share): string => {
  const value = percent(share)
  return value === null ? '没有可算的' : `${value}%（${share.part}／${share.whole}）`
}

/** The median and the ninetieth percentile, as they are called. */
export const middles = [
  { name: '一半', share: 0.5 },
  { name: '九成', share: 0.9 },
] as const

export const daysText = (days: number | null): string => (days === null ? '没有' : `${days} 天`)

/** What stands beside the settle rate, so that nobody improves it by turning people away. */
export const beside = ['withdrawn', 'refused', 'declined', 'reopened'] as const satisfies Measure[]
export const besideText = ({ of }: Sums): string =>
  beside.map((id) => `${measure(id).name} ${of(id)}`).join('，')

/** （其中补登 1，过后另有 1）, or nothing. */
export const lateText = (id: Measure, { entered, later }: Late): string => {
  const parts = [
    ...(entered.has(id) ? [`其中补登 ${entered.get(id)}`] : []),
    ...(later.has(id) ? [`过后另有 ${later.get(id)}`] : []),
  ]
  return parts.length > 0 ? `（${parts.join('，')}）` : ''
}

/** A table of figures; the names of its columns stand before each number on a phone (`data-l`). */
export const FigureTable = ({
  title,
  head,
  columns,
  children,
}: {
  title: string
  head: string
  columns: readonly string[]
  children: Child
}) => (
  <table class="desk-table figure-table">
    <caption>{title}</caption>
    <thead>
      <tr>
        {[head, ...columns].map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)
