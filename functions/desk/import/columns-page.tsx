import { importBounds } from '#domain/importing/bounds.ts'
import { importFieldIds, importFields } from '#domain/importing/fields.ts'
import { deskPages, importPath } from '#domain/routes/desk.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Select } from '#ui/form/select.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import type { Ledger } from './read-ledger.ts'
import { WhyRefused } from './upload-page.tsx'

/** 认列: the person says what each column of the old ledger is. */

export const headField = 'head'
export const yearField = 'year'
export const doubtfulField = 'takeDoubtful'
export const openField = 'keepOpen'
export const columnField = (column: number): string => `column${column}`

const samples = 3
const sampleLength = 24

/** The columns that have a head or a cell below it, by their place. */
export const usedColumns = ({ state, rows }: Ledger): number[] => {
  const from = rows.slice(state.head)
  const width = Math.max(0, ...from.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => column).filter((column) =>
    from.some((row) => (row[column] ?? '') !== ''),
  )
}

const samplesOf = ({ state, rows }: Ledger, column: number): string => {
  const cells = rows.slice(state.head + 1).flatMap((row) => row[column] || [])
  return [...new Set(cells)]
    .slice(0, samples)
    .map((cell) => (cell.length > sampleLength ? `${cell.slice(0, sampleLength)}…` : cell))
    .join('；')
}

/** The rows that can be the head: the first ones, each with its beginning. */
export const headOptions = ({ rows }: Ledger) =>
  rows.slice(0, importBounds.headRows).map((row, index) => {
    const cells = [...new Set(row.filter((cell) => cell !== ''))].join('、')
    return { value: String(index + 1), name: `第 ${index + 1} 行：${cells.slice(0, 30) || '（空的）'}` }
  })

/** How many years back an old ledger may begin. */
const yearsBack = 40

export const yearOptions = (thisYear: number) =>
  Array.from({ length: yearsBack }, (_, back) => String(thisYear - back)).map((value) => ({
    value,
    name: `${value} 年`,
  }))

const options = importFieldIds.map((value) => ({ value, name: importFields[value].name }))

export const ColumnsPage = ({
  id,
  ledger,
  state,
  errors,
  thisYear,
}: {
  id: string
  thisYear: number
  ledger: Ledger
  state: FormState
  errors: FormError[]
}) => {
  const heads = ledger.rows[ledger.state.head] ?? []
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <p class="soft small crumb">
          <a href={deskPages.import.path}>{deskPages.import.name}</a>
        </p>
        <h1>认列：每一列是什么</h1>
        <p>按表头猜好了，请看一遍，不对的改过来。选“不导入”的列不收，请留好原来的文件。</p>
      </header>
      {ledger.state.refused.length > 0 ? (
        <div class="note" role="note">
          <p>
            这几列不收，里面的字已经丢掉：
            {ledger.state.refused.map(({ head }) => `“${head}”`).join('、')}。
          </p>
          <p>
            <WhyRefused />
          </p>
        </div>
      ) : null}
      <form action={importPath(id)} method="post" novalidate>
        <Select
          state={state}
          name={headField}
          label="表头是哪一行"
          hint="上面的标题不算。改了这一行，先按下面的按钮，各列会重新猜。"
          groups={headOptions(ledger)}
        />
        <Select
          state={state}
          name={yearField}
          label="日期没写年份的，是哪一年"
          hint="前面的行写过年份的，照前面的。"
          groups={yearOptions(thisYear)}
          none="看不出来，日期空着"
        />
        {usedColumns(ledger).map((column) => (
          <Select
            state={state}
            name={columnField(column)}
            label={heads[column] || `第 ${column + 1} 列（没有表头）`}
            hint={`比如：${samplesOf(ledger, column) || '（空的）'}`}
            groups={options}
            none="不导入"
          />
        ))}
        <Checkbox
          state={state}
          name={doubtfulField}
          label="有疑问的行也导"
          note="下一页逐行写明疑问在哪里、按什么收下。不打勾，这些行会在“没有导的”那份表里。"
        />
        <Checkbox
          state={state}
          name={openField}
          label="旧台账上还没有办结的，导成在办"
          note="会在办理单位的“待受理”里；期限从在这里受理那天算，不从旧的日子算。不打勾，都收作已办结。"
        />
        <div class="actions">
          <button class="button" type="submit">
            试一遍，先不存
          </button>
        </div>
      </form>
      <form action={importPath(id, 'drop')} method="post">
        <div class="actions">
          <button class="button secondary" type="submit">
            不导了，删掉读进来的
          </button>
        </div>
      </form>
    </div>
  )
}
