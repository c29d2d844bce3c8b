import { spokenDay } from '#domain/basics/time.ts'
import { reachOf } from '#domain/desk/access.ts'
import { signRule } from '#domain/figures/early-signs.ts'
import { signBounds } from '#domain/figures/figure-bounds.ts'
import { percent, shareTable } from '#domain/figures/shares.ts'
import { signTrialWords } from '#domain/figures/sign-trial.ts'
import { type Ranked, ranked, rankRule, threeAndThree } from '#domain/figures/three-three.ts'
import { area, unit } from '#domain/places/areas.ts'
import { categories } from '#domain/words/categories.ts'
import type { Figures } from './read-figures.ts'

const Places = ({ title, places }: { title: string; places: Ranked[] }) => (
  <>
    <h3>{title}</h3>
    <ol>
      {places.map(({ place, score }) => (
        <li>
          {area(place).name}，{score} 分
        </li>
      ))}
    </ol>
  </>
)

/** 三三制: towns of a quarter, for the county's centre alone; the rule and what it is made of stand beside it. */
export const ThreeAndThree = ({
  unitId,
  figures: { period, lines },
}: {
  unitId: string
  figures: Figures
}) => {
  const home = unit(unitId)
  if (period.kind !== 'quarter' || reachOf(home) !== 'around' || area(home.area).level !== 'county')
    return null
  const towns = lines.place.filter(({ id }) => area(id).level === 'town')
  const { best, weakest } = threeAndThree(towns.map(({ id, sums }) => ({ place: id, sums })))
  return (
    <section class="section">
      <h2 class="section-head">三三制</h2>
      <p>{rankRule}</p>
      <table class="desk-table figure-table">
        <caption>各乡镇的几个百分数</caption>
        <thead>
          <tr>
            <th scope="col">乡镇</th>
            <th scope="col">收到</th>
            {ranked.map((id) => (
              <th scope="col">{shareTable[id].name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {towns.map(({ id, sums }) => (
            <tr>
              <th scope="row">{area(id).name}</th>
              <td data-l="收到">{sums.of('received')}</td>
              {ranked.map((share) => {
                const { part, whole } = shareTable[share].of(sums)
                const value = percent({ part, whole })
                return (
                  <td data-l={shareTable[share].name}>
                    {value === null ? '没有可算的' : `${value}%（${part}／${whole}）`}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {best.length > 0 ? (
        <>
          <Places title="靠前的" places={best} />
          <Places title="要帮一把的" places={weakest} />
        </>
      ) : (
        <p class="soft">够件数、能排的乡镇不到两个，不排。</p>
      )}
    </section>
  )
}

/** Early signs of the last 28 days, with the rule and how often it was wrong. */
export const Signs = ({ figures: { signs, closed } }: { figures: Figures }) => {
  const wrong = percent({ part: signs.faded, whole: signs.judged })
  return (
    <section class="section">
      <h2 class="section-head">苗头</h2>
      <p>
        {signRule()}只数不涉及办事人员的案件。
        {wrong === null
          ? `还没有满 ${signBounds.recentDays} 天的苗头，说不出多少落空。`
          : `过去十二个月报过、已经看得出结果的 ${signs.judged} 个，落空 ${signs.faded} 个（${wrong}%）。`}
      </p>
      <p class="soft small">{signTrialWords()}</p>
      {signs.list.length === 0 ? (
        <p class="soft">最近 {signBounds.recentDays} 天没有。</p>
      ) : (
        <ul>
          {signs.list.map(({ day, unit: id, category, recent }) => (
            <li>
              {spokenDay(day, closed.last.slice(0, 4))}，{unit(id).name}，{categories[category].name}：
              {signBounds.recentDays} 天 {recent} 件
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
