import { columnsIn } from '#domain/ledger/columns.ts'
import type { LedgerRow } from '#domain/ledger/row.ts'
import { casePath } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import { WarningTag } from '../ui/warning.tsx'

/** The rows of a ledger on the screen: the columns of the paper one, in a cell for each group of them. */

interface Props {
  rows: readonly LedgerRow[]
  names: ReadonlyMap<string, string>
  caption: string
}

/** Columns whose words explain themselves stand without their name. */
const plain = [
  'number',
  'subject',
  'category',
  'region',
  'track',
  'unit',
  'status',
  'result',
  'came',
  'filed',
]

const Facts = ({
  group,
  row,
  names,
}: { group: Parameters<typeof columnsIn>[0] } & { row: LedgerRow; names: Props['names'] }) => (
  <>
    {columnsIn(group).map(({ id, name, value }) => {
      const text = value(row, names)
      if (text === '' || id === 'number' || id === 'subject') return null
      if (id === 'colour') return <p>{row.colour === null ? null : <WarningTag rank={row.colour} short />}</p>
      return (
        <p class={id === 'due' && row.due?.late ? 'late' : undefined}>
          {plain.includes(id) ? '' : `${name} `}
          {text}
        </p>
      )
    })}
  </>
)

const Row = ({ row, names }: { row: LedgerRow; names: Props['names'] }) => (
  <tr>
    <td>
      <a href={casePath(row.number)}>
        <b>{row.subject ?? categories[row.category].name}</b>
      </a>
      <Facts group="matter" row={row} names={names} />
    </td>
    <td data-l="编号">
      <p>{row.number}</p>
      <Facts group="case" row={row} names={names} />
    </td>
    <td data-l="承办">
      <Facts group="who" row={row} names={names} />
    </td>
    <td data-l="现在">
      <Facts group="now" row={row} names={names} />
    </td>
    <td data-l={row.result ? '结果' : undefined}>
      <Facts group="end" row={row} names={names} />
    </td>
  </tr>
)

export const LedgerRows = ({ rows, names, caption }: Props) => (
  <table class="desk-table ledger">
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">事由</th>
        <th scope="col">编号、登记</th>
        <th scope="col">承办、包案</th>
        <th scope="col">状态、期限</th>
        <th scope="col">结果</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row row={row} names={names} />
      ))}
    </tbody>
  </table>
)
