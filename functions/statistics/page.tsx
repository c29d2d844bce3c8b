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

/** The words of a column: two characters stay together, however narrow it is. */
const Phrases = ({ text }: { text: string }) => (
  <>
    {(text.match(/..?/gu) ?? []).map((pair) => (
      <span class="number">{pair}</span>
    ))}
  </>
)

interface Shown {
  title: string
  head: string
  rows: Row[]
  total: Figures
}

const Table = ({ title, head, rows, total }: Shown) => {
  const most = Math.max(...rows.map(({ received }) => received))
  return (
    <table class="stack">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {measureIds.map((id) => (
            <th scope="col">
              <Phrases text={measures[id].name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              {row.name}
              {row.received > 0 && <Bar part={row.received} of={most} />}
            </th>
            {measureIds.map((id) => (
              <td class="number" data-l={measures[id].name}>
                {row[id]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">全县</th>
          {measureIds.map((id) => (
            <td class="number" data-l={measures[id].name}>
              {total[id]}
            </td>
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
        head="哪方面的事"
        total={total}
        rows={rows.map((row) => ({ ...row, name: categories[row.id].name }))}
      />
      <h3>按地方</h3>
      <Table
        title="按地方"
        head="哪里"
        total={total}
        rows={places.map((row) => ({ ...row, name: placeName(row.id) }))}
      />
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
          <div>
            <dt>怎么数、怎么看</dt>
            <dd>
              件数由系统照办理记录数出来，公布了就不再改；哪个地方数得多，是事多、肯说的人多，还是办得好，光看数看不出来，所以不排名。说工作人员、村干部的事，为了护着说的人，不在里面。信访投诉、意见建议的数，县里核过才公布。
            </dd>
          </div>
        </dl>
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
            <li>
              <a href={statisticsPage.csv}>全部的表（CSV，能用表格软件打开）</a>
            </li>
          </ul>
          <p>文件在微信里下载不了，请用手机自带的浏览器打开这一页。</p>
        </nav>
      )}
    </div>
  </>
)
