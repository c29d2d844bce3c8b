import { type Day, spokenDay } from '#domain/basics/time.ts'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import { reviewCauses } from '#domain/words/review-causes.ts'
import type { OpenMeasure } from '#store/ports/sheets.ts'

interface Props {
  measures: readonly OpenMeasure[]
  today: Day
}

/** 没落实的措施: what reviews have set and nobody has recorded as done. The words stand on the page of the case. */
export const MeasuresPage = ({ measures, today }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{deskPages.measures.name}</h1>
      <p>
        没谈成的、又来的、人多的案件，复盘时定了要改什么。这里列的，都还等着记“措施落实了”，先到期的在前。要改什么，点编号看。
      </p>
    </header>
    {measures.length === 0 ? (
      <p class="soft">定下的措施都落实了。</p>
    ) : (
      <table class="desk-table">
        <caption class="visually-hidden">{deskPages.measures.name}</caption>
        <thead>
          <tr>
            {['编号', '哪方面', '复盘的单位', '主要原因', '哪天前落实'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ number, category, unit: at, cause, by }) => (
            <tr>
              <th scope="row">
                <a href={casePath(number)}>{number}</a>
              </th>
              <td data-l="哪方面">{categories[category].name}</td>
              <td data-l="复盘的单位">{unit(at).name}</td>
              <td data-l="主要原因">{reviewCauses[cause].name}</td>
              <td data-l="哪天前落实">
                {spokenDay(by, today.slice(0, 4))}
                {by < today ? '，已过' : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </div>
)
