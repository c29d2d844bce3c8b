import { fewestRatings } from '#domain/basics/bounds.ts'
import { fullDay } from '#domain/basics/time.ts'
import { measure } from '#domain/figures/measures.ts'
import { area, unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import { levels } from '#domain/words/levels.ts'
import { tracks } from '#domain/words/tracks.ts'
import { Select } from '#ui/form/select.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import { periodGroups, periodName } from './period-options.ts'
import type { Figures } from './read-figures.ts'
import { Signs, ThreeAndThree } from './sections.tsx'
import { DaysTable, GroupTables, LineTable, ShareTable } from './tables.tsx'

const Choose = ({ figures: { period, closed } }: { figures: Figures }) => {
  const state = { value: () => period.id, error: () => undefined }
  return (
    <form class="narrow-form short no-print" action={deskPages.figures.path} method="get">
      <Select state={state} name="period" label="看哪一期" groups={periodGroups(closed)} />
      <div class="actions">
        <button class="button secondary" type="submit">
          看这一期
        </button>
      </div>
    </form>
  )
}

const Ratings = ({ figures: { ratings } }: { figures: Figures }) =>
  ratings ? (
    <p>
      满意度：请评 {ratings.asked} 件，答了 {ratings.answered} 份（不到 {fewestRatings}{' '}
      份的单位不算）。答的是什么，看
      <a href={deskPages.ratings.path}>{deskPages.ratings.name}</a>。
    </p>
  ) : null

/** 数字: the figures of a period for one unit, each with its definition beside it. */
export const FiguresPage = ({ unitId, figures }: { unitId: string; figures: Figures }) => {
  const { period, before, closed, places, categories: byCategory, tracks: byTrack } = figures
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>
          {deskPages.figures.name}　{periodName(period)}
        </h1>
        <p>
          {unit(unitId).name}。
          {period.to > closed.last
            ? `这一期还没有完，数到 ${fullDay(closed.last)}为止；今天的在每日动态里。`
            : '这一期已经封存，不会再变。'}
          上一期是 {periodName(before)}整期。
        </p>
      </header>
      <Choose figures={figures} />
      <p class="small">
        {measure('late').name}：{measure('late').definition}封存的数不改。
      </p>
      <GroupTables figures={figures} />
      <ShareTable {...figures} />
      <DaysTable {...figures} />
      <Ratings figures={figures} />
      <LineTable
        title="哪方面的事"
        lines={byCategory}
        nameOf={(id) => categories[id as keyof typeof categories].name}
      />
      <LineTable title="办理渠道" lines={byTrack} nameOf={(id) => tracks[id as keyof typeof tracks].name} />
      <LineTable
        title="层级"
        lines={figures.levels}
        nameOf={(id) => levels[id as keyof typeof levels].name}
      />
      <LineTable title="地方" lines={places} nameOf={(id) => area(id).name} />
      <p class="soft small">“地方”按办理单位在哪里数，不按事情发生在哪里：县里各单位办的，数在县里。</p>
      <ThreeAndThree unitId={unitId} figures={figures} />
      <Signs figures={figures} />
      <p class="no-print">
        <a href={`${deskPages.figuresFile.path}?period=${period.id}`} download>
          下载这一期的表格文件（CSV）
        </a>
        。微信里下载不了，请用手机自带的浏览器打开这一页。
      </p>
      <PrintButton />
    </div>
  )
}

/** Before the first day is closed. */
export const NoFiguresPage = () => (
  <div class="page-width">
    <header class="page-head">
      <h1>{deskPages.figures.name}</h1>
    </header>
    <p>还没有数字。有了第一件案件，第二天起每天夜里数一次前一天的。</p>
  </div>
)
