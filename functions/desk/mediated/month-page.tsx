import { addDays, fullDay } from '#domain/basics/time.ts'
import { type ReportRow, reportColumnIds, reportColumns } from '#domain/desk/mediation-report.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { PrintButton } from '../ui/print-button.tsx'
import { type Month, mostMediated } from './read-month.ts'

/** The head of a monthly sheet: whose it is, and which month. */
export const MonthHead = ({ title, unitName, month }: { title: string; unitName: string; month: Month }) => (
  <header class="page-head">
    <h1>{title}</h1>
    <p>
      {unitName}　{fullDay(month.from)} 到 {fullDay(month.last)}
    </p>
  </header>
)

/** Other months. */
export const Months = ({ path, month }: { path: string; month: Month }) => (
  <ul class="filters section no-print">
    <li>
      <a href={`${path}?day=${addDays(month.from, -1)}`}>上个月</a>
    </li>
    <li>
      <a href={path}>这个月</a>
    </li>
  </ul>
)

/** Says that a month has more agreements than one page reads. */
export const TooMany = ({ count }: { count: number }) =>
  count > mostMediated ? (
    <p class="note">
      这个月超过 {mostMediated} 件，这里只算了最早的 {mostMediated} 件：请到下级单位分开看。
    </p>
  ) : null

/** Whose kinds of dispute these are, and how the categories are counted. */
const KindsFrom = () => {
  const { source, note } = deskData.mediationReport
  return source || note ? (
    <div>
      <dt>纠纷类别</dt>
      <dd>
        {source ? (
          <>
            照<a href={source.href}>{source.name}</a>的分类，{fullDay(source.day)}公布。
          </>
        ) : null}
        {note}
      </dd>
    </div>
  ) : null
}

interface Props {
  unitName: string
  month: Month
  rows: readonly ReportRow[]
  count: number
}

/** 人民调解月报: sums of the committees that a unit sees, by the kinds of the county's form. */
export const MonthPage = ({ unitName, month, rows, count }: Props) => (
  <div class="page-width">
    <MonthHead title={deskPages.mediationMonth.name} unitName={unitName} month={month} />
    <TooMany count={count} />
    <PrintButton />
    <table class="desk-table">
      <caption class="visually-hidden">{deskPages.mediationMonth.name}</caption>
      <thead>
        <tr>
          <th scope="col">纠纷类别</th>
          {reportColumnIds.map((id) => (
            <th scope="col">{reportColumns[id].name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, figures }) => (
          <tr>
            <th scope="row">{name}</th>
            {reportColumnIds.map((id) => (
              <td data-l={reportColumns[id].name}>{figures[id]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <section class="section">
      <h2 class="section-head">每一栏算的是什么</h2>
      <dl class="check known">
        <KindsFrom />
        {reportColumnIds.map((id) => (
          <div>
            <dt>{reportColumns[id].name}</dt>
            <dd>{reportColumns[id].definition}</dd>
          </div>
        ))}
      </dl>
    </section>
    <p class="actions no-print">
      <a class="button secondary" href={`${deskPages.mediationFile.path}?day=${month.from}`}>
        存成表格文件（CSV）
      </a>
    </p>
    <Months path={deskPages.mediationMonth.path} month={month} />
    <script src="/form.js" defer></script>
  </div>
)
