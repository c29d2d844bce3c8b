import { dayMeasures, measure } from '#domain/figures/measures.ts'
import { shareIds, shareTable, within } from '#domain/figures/shares.ts'
import { beside, besideText, daysText, FigureTable, lateText, spoken } from './cells.tsx'
import type { Line } from './lines.ts'
import { type RowKind, rowKinds } from './row-kinds.ts'

/** Shares and days of each category, track, level or place. */

interface Rows {
  kind: RowKind
  lines: readonly Line[]
}

/** What the columns of a table count; it stands below its title. */
export const Definitions = ({ of }: { of: readonly { name: string; definition: string }[] }) => (
  <dl class="small counted-words">
    {of.map(({ name, definition }) => (
      <div>
        <dt>{name}</dt>
        <dd>{definition}</dd>
      </div>
    ))}
  </dl>
)

const received = measure('received')
const besideName = `旁边看：${beside.map((id) => measure(id).name).join('、')}`

/** Shares by row; the settle rate has what stands beside it in the next column. */
export const RowShares = ({ kind, lines }: Rows) => {
  const { name, nameOf } = rowKinds[kind]
  return (
    <section class="section">
      <h2 class="section-head">比例</h2>
      <Definitions of={[received, ...shareIds.map((id) => shareTable[id]), measure('late')]} />
      <FigureTable
        title={`${name}：比例`}
        head={name}
        columns={[
          received.name,
          ...shareIds.flatMap((id) =>
            id === 'settled' ? [shareTable[id].name, besideName] : shareTable[id].name,
          ),
        ]}
      >
        {lines.map(({ id: row, sums, ...late }) => (
          <tr>
            <th scope="row">{nameOf(row)}</th>
            <td data-l={received.name}>
              {sums.of('received')}
              {lateText('received', late)}
            </td>
            {shareIds.map((id) => (
              <>
                <td data-l={shareTable[id].name}>
                  {spoken(shareTable[id].of(sums))}
                  {id === 'settled' ? lateText('settled', late) : ''}
                </td>
                {id === 'settled' ? <td data-l="旁边看">{besideText(sums)}</td> : null}
              </>
            ))}
          </tr>
        ))}
      </FigureTable>
    </section>
  )
}

const halves = [
  { name: '一半不超过', share: 0.5 },
  { name: '九成不超过', share: 0.9 },
] as const

/** Days to the first answer and to the end by row: how many cases, and the days of half and of nine tenths of them. */
export const RowDays = ({ kind, lines }: Rows) => {
  const { name, nameOf } = rowKinds[kind]
  return (
    <section class="section">
      <h2 class="section-head">多少天</h2>
      <Definitions of={dayMeasures.map(measure)} />
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
    </section>
  )
}
