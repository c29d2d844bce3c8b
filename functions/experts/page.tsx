import { dayOf, spokenDay, spokenTime } from '#domain/basics/time.ts'
import type { Expert } from '#domain/content/experts.ts'
import { expertPlace } from '#domain/experts/sentences.ts'
import type { Slot } from '#domain/history/session-facts.ts'
import { expertTimes, pages } from '#domain/routes/site.ts'
import { expertFields } from '#domain/words/expert-fields.ts'
import { Crumbs } from '#ui/crumbs.tsx'
import { HotlineRow } from '#ui/telephone.tsx'

/** Free times of each expert that are shown. */
const shown = 5

/** 专家最近的空: the next times of each expert, and how to book one. */
export const ExpertTimes = ({
  rows,
  year,
}: {
  rows: readonly { expert: Expert; free: readonly Slot[] }[]
  year: string
}) => (
  <>
    <Crumbs trail={[{ name: pages.experts.name, path: pages.experts.path }, { name: expertTimes.name }]} />
    <div class="page-width text">
      <header class="page-head">
        <h1>{expertTimes.name}</h1>
        <p>不收钱。提前一天约，四周以内都行。</p>
      </header>
      <ul class="lines">
        <HotlineRow number="110" urgent />
        <HotlineRow number="12356" urgent />
      </ul>
      {rows.map(({ expert, free }) => (
        <section class="section">
          <h2>
            {expertFields[expert.field].name}：{expert.name}
          </h2>
          <p>{expertPlace(expert)}</p>
          {free.length === 0 ? (
            <p>四周以内都约满了。</p>
          ) : (
            <ul>
              {free.slice(0, shown).map(({ start }) => (
                <li>
                  {spokenDay(dayOf(start), year)}
                  {spokenTime(start)}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p>
        <a class="button" href={pages.track.path}>
          用查询码进去约
        </a>
      </p>
      <p>
        没有查询码的，先<a href={pages.file.path}>把事情说给我们</a>；不会上网，到窗口请工作人员替您约。
      </p>
    </div>
  </>
)
