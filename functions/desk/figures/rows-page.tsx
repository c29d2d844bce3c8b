import { unit } from '#domain/places/areas.ts'
import { deskPages, withQuery } from '#domain/routes/desk.ts'
import { PrintButton } from '../ui/print-button.tsx'
import { ChoosePeriod, closedWords, rowsHref } from './choose.tsx'
import { periodName } from './period-options.ts'
import { RowRatings } from './ratings.tsx'
import type { Figures } from './read-figures.ts'
import { type RowKind, rowKindIds, rowKinds } from './row-kinds.ts'
import { RowDays, RowShares } from './row-tables.tsx'

interface Props {
  unitId: string
  figures: Figures
  kind: RowKind
}

/** 分项的数字: the shares, days and satisfaction of a period for each category, track, level or place. */
export const FigureRowsPage = ({ unitId, figures, kind }: Props) => {
  const { period, lines } = figures
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>
          {rowKinds[kind].name}：{deskPages.figureRows.name}　{periodName(period)}
        </h1>
        <p>
          {unit(unitId).name}。{closedWords(figures)}
          件数少的，多一件少一件就差很多；这里不排名次。
        </p>
      </header>
      <nav aria-label="按什么分" class="no-print">
        <ul class="filters">
          {rowKindIds.map((id) => (
            <li>
              <a href={rowsHref(id, period)} aria-current={id === kind ? 'page' : undefined}>
                {rowKinds[id].name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ChoosePeriod figures={figures} path={deskPages.figureRows.path} by={kind} />
      {lines[kind].length === 0 ? (
        <p>这一期没有可数的。</p>
      ) : (
        <>
          <RowShares kind={kind} lines={lines[kind]} />
          <RowDays kind={kind} lines={lines[kind]} />
        </>
      )}
      <RowRatings kind={kind} figures={figures} />
      <p>
        <a href={withQuery(deskPages.figures.path, `period=${period.id}`)}>这一期合起来的数字和件数</a>
      </p>
      <PrintButton />
    </div>
  )
}
