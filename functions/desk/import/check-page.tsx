import { importBounds } from '#domain/importing/bounds.ts'
import type { LookedAt, Outcome } from '#domain/importing/doubles.ts'
import { doubtText, hiddenNumber, notText } from '#domain/importing/sentences.ts'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages, importPath } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import { PrintButton } from '../ui/print-button.tsx'
import { isNext } from './look-at.ts'

/** The first line that a press stores. */
export const fromField = 'from'

/** What decides how a row is described: open rows stay open; the unit that needs no naming. */
interface Choice {
  keepOpen: boolean
  own: string
}

/** 试一遍: what becomes of each row, before anything is stored and while it is. */

const Says = ({ row, keepOpen, own }: { row: LookedAt } & Choice) => {
  const { outcome, not, doubts, caseNumber, open, taken } = row
  const lines = [
    ...(not && outcome === 'not' ? [`不导：${notText(not)}`] : []),
    ...(taken && outcome !== 'not' && taken.unit !== own ? [`放在${unit(taken.unit).name}`] : []),
    ...doubts.map(doubtText),
    ...(open && outcome !== 'not'
      ? [keepOpen ? '旧台账上没有办结，导成在办' : '旧台账上没有办结，收作已办结']
      : []),
  ]
  return (
    <>
      {caseNumber ? <a href={casePath(caseNumber)}>{caseNumber}</a> : null}
      {lines.map((line) => (
        <div>{line}。</div>
      ))}
      {lines.length > 0 || caseNumber
        ? null
        : outcome === 'done'
          ? `已经导过。${hiddenNumber}。`
          : '照写的收下'}
    </>
  )
}

const Rows = ({
  rows,
  title,
  most = importBounds.shown,
  ...choice
}: {
  rows: LookedAt[]
  title: string
  most?: number
} & Choice) =>
  rows.length === 0 ? null : (
    <section class="section">
      <h2 class="section-head">
        {title}：{rows.length} 行
      </h2>
      <table class="desk-table">
        <caption class={rows.length > most ? 'soft' : 'visually-hidden'}>
          {rows.length > most ? `先列 ${most} 行。` : title}
        </caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">申请人</th>
            <th scope="col">登记</th>
            <th scope="col">类型</th>
            <th scope="col">怎么导</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr>
              <th scope="row">第 {row.line} 行</th>
              <td data-l="申请人">{row.taken?.name ?? '—'}</td>
              <td data-l="登记">{row.taken?.registeredOn ?? '—'}</td>
              <td data-l="类型">{row.taken ? categories[row.taken.category].name : '—'}</td>
              <td>
                <Says row={row} {...choice} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )

export const CheckPage = ({
  id,
  looked,
  ...choice
}: {
  id: string
  looked: LookedAt[]
} & Choice) => {
  const of = (wanted: Outcome) => looked.filter(({ outcome }) => outcome === wanted)
  const [fine, doubtful, done, not] = [of('fine'), of('doubtful'), of('done'), of('not')]
  const left = fine.length + doubtful.length
  const next = Math.min(left, importBounds.perPress)
  return (
    <div class="page-width">
      <header class="page-head">
        <p class="soft small crumb">
          <a href={deskPages.import.path}>{deskPages.import.name}</a> · <a href={importPath(id)}>认列</a>
        </p>
        <h1>{left > 0 ? (done.length > 0 ? '导了一部分' : '试一遍') : '这份台账导完了'}</h1>
        <p>
          一共 {looked.length} 行：<b>要导 {left} 行</b>（其中有疑问 {doubtful.length} 行），已经导好{' '}
          {done.length} 行，不导 {not.length} 行。
        </p>
      </header>
      {left > 0 ? (
        <form action={importPath(id, 'check')} method="post">
          <input type="hidden" name={fromField} value={String(looked.find(isNext)?.line ?? 1)} />
          <div class="actions">
            <button class="button" type="submit">
              {done.length > 0 ? '接着导' : '导入'} {next} 行
            </button>
          </div>
          {left > next ? (
            <p class="soft">
              一次最多导 {importBounds.perPress}{' '}
              行，导好会回到这一页，再按就接着导。中断了也不要紧，同一行不会导两次。
            </p>
          ) : null}
        </form>
      ) : null}
      {not.length > 0 ? (
        <p>
          <a href={importPath(id, 'rest')}>下载没有导的 {not.length} 行（CSV，最后一列是原因）</a>
          ：改好了再导这一份就行。
        </p>
      ) : null}
      <PrintButton />
      <Rows rows={doubtful} title="有疑问的" {...choice} />
      <Rows rows={not} title="不导的" {...choice} />
      <Rows rows={fine} title="没有疑问的" {...choice} most={20} />
      <Rows rows={done} title="已经导好的" {...choice} most={20} />
      <form action={importPath(id, 'drop')} method="post">
        <div class="actions">
          <button class="button secondary" type="submit">
            {left > 0 ? '不导了，删掉读进来的' : '删掉读进来的'}
          </button>
        </div>
      </form>
    </div>
  )
}
