import { measure } from '#domain/figures/measures.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { PrintButton } from '../ui/print-button.tsx'
import { ChoosePeriod, closedWords, rowsHref } from './choose.tsx'
import { periodName } from './period-options.ts'
import { RatingWords } from './ratings.tsx'
import type { Figures } from './read-figures.ts'
import { rowKindIds, rowKinds } from './row-kinds.ts'
import { Signs, ThreeAndThree } from './sections.tsx'
import { DaysTable, GroupTables, LineTable, ShareTable } from './tables.tsx'

/** 数字: the figures of a period for one unit, each with its definition beside it. */
export const FiguresPage = ({ unitId, figures }: { unitId: string; figures: Figures }) => {
  const { period, before } = figures
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>
          {deskPages.figures.name}　{periodName(period)}
        </h1>
        <p>
          {unit(unitId).name}。{closedWords(figures)}
          上一期是 {periodName(before)}整期。
        </p>
      </header>
      <ChoosePeriod figures={figures} path={deskPages.figures.path} />
      <p class="small">
        {measure('late').name}：{measure('late').definition}封存的数不改。
      </p>
      <GroupTables figures={figures} />
      <ShareTable {...figures} />
      <DaysTable {...figures} />
      <RatingWords figures={figures} />
      {rowKindIds.map((kind) => (
        <>
          <LineTable kind={kind} lines={figures.lines[kind]} />
          <p>
            <a href={rowsHref(kind, period)}>{rowKinds[kind].name}：各项比例、多少天、满意度</a>
          </p>
        </>
      ))}
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
