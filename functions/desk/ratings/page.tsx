import { day, fewestRatings, ratingChange, ratingWindow } from '#domain/basics/bounds.ts'
import { type Quarter, quarterId, quarterName } from '#domain/basics/quarters.ts'
import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { finalFrom } from '#domain/desk/rating-figures.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { ratingPeriods, ratingResultIds, ratingResults } from '#domain/words/ratings.ts'
import type { RatingFigure } from '#store/ports/ratings.ts'

const columns = ['请评', '答了', ...ratingResultIds.map((id) => ratingResults[id].name), '待人，五分平均']

const Row = ({ figure: { unit: id, period, asked, sum } }: { figure: RatingFigure }) => (
  <tr>
    <th scope="row">{unit(id).name}</th>
    <td data-l="什么时候">{ratingPeriods[period].name}</td>
    <td data-l={columns[0]}>{asked}</td>
    {sum ? (
      [
        sum.answered,
        ...ratingResultIds.map((result) => sum[result]),
        (sum.treated / sum.answered).toFixed(1),
      ].map((value, index) => <td data-l={columns[index + 1]}>{value}</td>)
    ) : (
      <td data-l={columns[1]} colspan={columns.length - 1}>
        不到 {fewestRatings} 份，不显示
      </td>
    )}
  </tr>
)

const Figures = ({ title, figures }: { title: string; figures: RatingFigure[] }) => (
  <section class="section">
    <h2 class="section-head">{title}</h2>
    {figures.length === 0 ? (
      <p class="soft">这一季度没有请人评。</p>
    ) : (
      <table class="desk-table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">什么时候</th>
            {columns.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row figure={figure} />
          ))}
        </tbody>
      </table>
    )}
  </section>
)

interface Props {
  quarter: Quarter
  quarters: Quarter[]
  /** Null until the quarter is counted. */
  figures: RatingFigure[] | null
}

/** 评价: the sums of one quarter, called what they are: the answers of those who answered. */
export const RatingsPage = ({ quarter, quarters, figures }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{deskPages.ratings.name}</h1>
      <p>
        {quarterName(quarter)}请人评的，{spokenDay(dayOf(finalFrom(quarter)))}出数，往后不再变。
      </p>
    </header>
    <p>
      这里是答了的人的回答，不是所有当事人的满意度：“请评”是办结了、可以评的件数，“答了”是其中交回来的份数。只有凭查询码才能评，谁也看不到单份；不到{' '}
      {fewestRatings} 份不显示。办结后 {ratingWindow / day} 天里评一次，再过同样的天数评一次，交了以后{' '}
      {ratingChange / day} 天里能改，所以一个季度要等人人都评定了才出数。
    </p>
    {figures ? (
      <>
        <Figures title="自己提交的" figures={figures.filter(({ registered }) => !registered)} />
        <Figures
          title="工作人员代录或补过查询码的"
          figures={figures.filter(({ registered }) => registered)}
        />
      </>
    ) : (
      <p class="section">这一季度还没有数出来，过一会儿再看。</p>
    )}
    <nav class="section" aria-label="别的季度">
      <ul class="filters">
        {quarters.map((one) => (
          <li>
            <a
              href={`${deskPages.ratings.path}?quarter=${quarterId(one)}`}
              aria-current={one.from === quarter.from ? 'page' : undefined}
            >
              {quarterName(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </div>
)
