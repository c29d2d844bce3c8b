import { statisticsPage } from '#domain/routes/site.ts'
import {
  type Figures,
  measureIds,
  measures,
  type PublishedTables,
  placeName,
  settledShare,
} from '#domain/statistics/figures.ts'
import { categories } from '#domain/words/categories.ts'
import { Bar } from '#ui/bar.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import type { NamedQuarter, ShownQuarter } from './shown.ts'
import { kindNames } from './words.ts'

type Row = Figures & { id: string; name: string }

const Table = ({ title, rows, total }: { title: string; rows: Row[]; total: Figures }) => {
  const most = Math.max(...rows.map(({ received }) => received))
  return (
    <table>
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {measureIds.map((id) => (
            <th scope="col">{measures[id].name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              {row.name}
              <Bar part={row.received} of={most} />
            </th>
            {measureIds.map((id) => (
              <td class="number">{row[id]}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">全县</th>
          {measureIds.map((id) => (
            <td class="number">{total[id]}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

const Tables = ({ title, published: { categories: rows, places, total } }: Titled) => {
  const share = settledShare(total)
  return (
    <section class="section">
      <h2>{title}</h2>
      {share !== null && (
        <p>
          有了结果的里面，调解成功的占 <b>{share}%</b>（用下面取整以后的数算）。
        </p>
      )}
      <h3>按事情</h3>
      <Table
        title="按事情"
        total={total}
        rows={rows.map((row) => ({ ...row, name: categories[row.id].name }))}
      />
      <h3>按地方</h3>
      <Table title="按地方" total={total} rows={places.map((row) => ({ ...row, name: placeName(row.id) }))} />
    </section>
  )
}

interface Titled {
  title: string
  published: PublishedTables
}

/** 办了多少事: the published figures of a quarter, what they mean, and the other quarters. */
export const StatisticsPage = ({
  quarter,
  quarters,
}: {
  quarter: ShownQuarter | undefined
  quarters: NamedQuarter[]
}) => (
  <>
    <Crumbs trail={[{ name: statisticsPage.name }]} />
    <div class="page-width text">
      <header class="page-head">
        <h1>{statisticsPage.name}</h1>
        <p>{quarter ? `${quarter.name}，全县。` : '一个季度过完了才公布，现在还没有。'}</p>
      </header>
      {quarter && (
        <>
          <p>每个数都取到最近的 5：写 0 的，可能是 0、1、2 件。合计自己取整，和各行相加会差一点。</p>
          {quarter.tables.map(({ kind, published }) => (
            <Tables title={kindNames[kind]} published={published} />
          ))}
        </>
      )}
      <section class="section">
        <h2>这些数是怎么来的</h2>
        <dl class="check">
          {measureIds.map((id) => (
            <div>
              <dt>{measures[id].name}</dt>
              <dd>{measures[id].means}</dd>
            </div>
          ))}
        </dl>
        <p>
          件数由系统照办理记录数出来，公布了就不再改；哪个地方数得多，是事多、肯说的人多，还是办得好，光看数看不出来，所以不排名。说工作人员、村干部的事，为了护着说的人，不在里面。信访投诉、意见建议的数，县里核过才公布。
        </p>
      </section>
      {quarters.length > 0 && (
        <nav class="section" aria-label="别的季度">
          <ul class="links">
            {quarters.map(({ id, name }) => (
              <li>
                <a
                  href={`${statisticsPage.path}?quarter=${id}`}
                  aria-current={id === quarter?.id ? 'page' : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={statisticsPage.csv}>全部的表（CSV，能用表格软件打开）</a>
          </p>
        </nav>
      )}
    </div>
  </>
)
