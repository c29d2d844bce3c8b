import { dayMeasures } from '#domain/figures/day-measures.ts'
import { type Measure, measure } from '#domain/figures/measures.ts'
import { type ShareId, shareIds, shareTable, within } from '#domain/figures/shares.ts'
import { beside, daysText, FigureTable, lateText, middles, spoken } from './cells.tsx'
import type { Line } from './lines.ts'
import { type RowKind, rowKinds } from './row-kinds.ts'

/** Shares and days of each category, track, level or place. */

interface Rows {
  kind: RowKind
  lines: readonly Line[]
}

/** What the columns of a table count. */
const Definitions = ({ of }: { of: readonly { name: string; definition: string }[] }) => (
  <dl class="small counted-words">
    {of.map(({ name, definition }) => (
      <div>
        <dt>{name}</dt>
        <dd>{definition}</dd>
      </div>
    ))}
  </dl>
)

interface Column {
  name: string
  definition: string
  of: (line: Line) => string
}

const counted = (id: Measure): Column => ({
  ...measure(id),
  of: ({ sums, ...late }) => `${sums.of(id)}${lateText(id, late)}`,
})
const shared = (id: ShareId): Column => ({
  ...shareTable[id],
  of: ({ sums }) => spoken(shareTable[id].of(sums)),
})

/** The settle rate and what stands beside it, then everything else. */
const settleRate: Column = {
  ...shared('settled'),
  of: ({ sums, ...late }) => `${spoken(shareTable.settled.of(sums))}${lateText('settled', late)}`,
}
const results = [counted('received'), settleRate, ...beside.map(counted), shared('performed')]
const rest = shareIds.filter((id) => id !== 'settled' && id !== 'performed').map(shared)

const ColumnTable = ({
  title,
  columns,
  rows: { kind, lines },
}: {
  title: string
  columns: Column[]
  rows: Rows
}) => (
  <>
    <FigureTable
      title={`${rowKinds[kind].name}：${title}`}
      head={rowKinds[kind].name}
      columns={columns.map(({ name }) => name)}
    >
      {lines.map((line) => (
        <tr>
          <th scope="row">{rowKinds[kind].nameOf(line.id)}</th>
          {columns.map(({ name, of }) => (
            <td data-l={name}>{of(line)}</td>
          ))}
        </tr>
      ))}
    </FigureTable>
    <Definitions of={columns} />
  </>
)

/** Shares by row; what stands beside the settle rate is in the next columns. */
export const RowShares = (rows: Rows) => (
  <section class="section">
    <h2 class="section-head">比例</h2>
    <ColumnTable title="结果和履行" columns={results} rows={rows} />
    <ColumnTable title="时限、姓名和查询码" columns={rest} rows={rows} />
    <p class="soft small">
      {measure('late').name}：{measure('late').definition}
    </p>
  </section>
)

const halves = middles.map(({ name, share }) => ({ name: `${name}不超过`, share }))

/** Days to the first answer and to the end by row: how many cases, and the days of half and of nine tenths of them. */
export const RowDays = ({ kind, lines }: Rows) => {
  const { name, nameOf } = rowKinds[kind]
  return (
    <section class="section">
      <h2 class="section-head">多少天</h2>
      {dayMeasures.map((id) => (
        <FigureTable
          title={`${name}：${measure(id).name}`}
          head={name}
          columns={['件数', ...halves.map((half) => half.name)]}
        >
          {lines.map(({ id: row, sums }) => (
            <tr>
              <th scope="row">{nameOf(row)}</th>
              <td data-l="件数">{sums.of(id)}</td>
              {halves.map((half) => (
                <td data-l={half.name}>{daysText(within(sums.days(id), half.share))}</td>
              ))}
            </tr>
          ))}
        </FigureTable>
      ))}
      <Definitions of={dayMeasures.map(measure)} />
    </section>
  )
}
