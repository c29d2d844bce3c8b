import { day, fewestRatings, ratingChange, ratingWindow } from '#domain/basics/bounds.ts'
import type { RatingCount } from '#domain/desk/rating-groups.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { ratingResultIds, ratingResults } from '#domain/words/ratings.ts'
import { FigureTable, spoken } from './cells.tsx'
import type { Figures } from './read-figures.ts'
import type { FigureRatings } from './read-ratings.ts'
import { type RowKind, rowKinds } from './row-kinds.ts'

/** Satisfaction, called what it is: the answers of those asked. */

interface RatingColumn {
  name: string
  /** The figure; a mean has its digits. */
  n: (count: RatingCount) => number | string
  /** Of a number of people: of how many. */
  whole?: (count: RatingCount) => number
}

/** The columns: what each counts of the answers. */
export const ratingColumns: readonly RatingColumn[] = [
  { name: '请评', n: ({ asked }) => asked },
  { name: '答了', n: ({ answered }) => answered, whole: ({ asked }) => asked },
  ...ratingResultIds.map((id) => ({
    name: ratingResults[id].name,
    n: (count: RatingCount) => count[id],
    whole: ({ answered }: RatingCount) => answered,
  })),
  { name: '待人，五分平均', n: ({ treated, answered }) => (treated / answered).toFixed(1) },
]

const shown = ({ n, whole }: RatingColumn, count: RatingCount): string =>
  whole ? spoken({ part: Number(n(count)), whole: whole(count) }) : String(n(count))

/** The sentence that is printed beside the figures. */
export const ratingDefinition = `“请评”是办结了、可以评的，办结时和三十天以后各请一次；“答了”是其中交回来的份数，不是所有当事人的满意度。每个数至少合 ${fewestRatings} 份答复：单独不到的，和同一镇别的合在一起，分不开就只在合计里；合起来还不到的，哪里都不算。反映县里工作人员的不在里面。`

const finalDays = (ratingWindow + ratingChange) / day

/** What is missing in the period, and why. */
const Missing = ({ ratings: { missing, ofSeveralMonths } }: { ratings: FigureRatings }) => (
  <>
    {missing > 0 ? `这一期有 ${missing} 个季度还没有出数：季度结束 ${finalDays} 天以后才出。` : ''}
    {ofSeveralMonths > 0 ? `这一季度另有 ${ofSeveralMonths} 份，分不到哪一个月。` : ''}
  </>
)

/** The whole of a period in one sentence, with its definition. */
export const RatingWords = ({ figures: { ratings } }: { figures: Pick<Figures, 'ratings'> }) => {
  const { asked, answered } = ratings.all
  return (
    <p>
      满意度：
      {answered > 0
        ? `请评 ${asked} 件，答了 ${answered} 份，${ratingResultIds.map((id) => `${ratingResults[id].name} ${ratings.all[id]}`).join('，')}。`
        : '没有可以显示的。'}
      <Missing ratings={ratings} />
      <span class="soft small definition">{ratingDefinition}</span>
      各单位的，看<a href={deskPages.ratings.path}>{deskPages.ratings.name}</a>。
    </p>
  )
}

const Row = ({ name, count }: { name: string; count: RatingCount }) => (
  <tr>
    <th scope="row">{name}</th>
    {ratingColumns.map((column) => (
      <td data-l={column.name}>{shown(column, count)}</td>
    ))}
  </tr>
)

/** Satisfaction by row; what could not be told apart is in the last line alone. */
export const RowRatings = ({ kind, figures: { lines, ratings } }: { kind: RowKind; figures: Figures }) => {
  const { name, nameOf, order } = rowKinds[kind]
  const rows = [...ratings.rows[kind]].sort(([one], [other]) => order(one, other))
  const others = lines[kind].filter(({ id }) => !ratings.rows[kind].has(id)).map(({ id }) => nameOf(id))
  return (
    <section class="section">
      <h2 class="section-head">满意度</h2>
      {ratings.all.answered > 0 ? (
        <FigureTable
          title={`${name}：满意度`}
          head={name}
          columns={ratingColumns.map((column) => column.name)}
        >
          {rows.map(([id, count]) => (
            <Row name={nameOf(id)} count={count} />
          ))}
          <Row name="合计，连同分不开的" count={ratings.all} />
        </FigureTable>
      ) : null}
      {others.length > 0 ? (
        <p>
          没有人答，或者不到 {fewestRatings} 份：{others.join('、')}。
        </p>
      ) : null}
      <p class="small">
        {ratingDefinition}
        <Missing ratings={ratings} />
      </p>
    </section>
  )
}
