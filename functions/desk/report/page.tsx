import { spokenInstant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { type WithWords, wordIn, wordsOf } from '#domain/history/words.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { categories } from '#domain/words/categories.ts'
import { statuses } from '#domain/words/statuses.ts'
import { tracks } from '#domain/words/tracks.ts'
import type { CaseView } from '../case/case-view.ts'
import { subjectOf } from '../ui/case-table.tsx'
import { FiledWords } from '../ui/filed-words.tsx'
import { WarningTag } from '../ui/warning.tsx'

/** 一案一报告: one case on paper. It contains names; opening it is recorded in the read log. */
export const ReportPage = ({ view, now }: { view: CaseView; now: number }) => (
  <div class="page-width text">
    <header class="page-head">
      <h1>一案一报告：{subjectOf(view)}</h1>
      <p>
        案件编号 {view.number}，{spokenInstant(now)}打印。
        <WarningTag rank={view.colour} />
      </p>
    </header>
    <p>
      {tracks[view.track].name} · {categories[view.category].name} · {areaName(view.region)} ·{' '}
      {statuses[view.status].name} · {unit(view.unit).name}
    </p>
    <h2>他说的</h2>
    <FiledWords filed={wordsOf(view, 'filed')} />
    <h2>办理经过</h2>
    <ol>
      {view.events.map((event) => (
        <li>
          {spokenInstant(event.at)}，{unit(event.unit).name}：{staffWords(event)}
          <span class="typed">{reasonOf(view, event)}</span>
        </li>
      ))}
    </ol>
  </div>
)

const reasonOf = (view: WithWords, event: CaseEvent): string => {
  const text = wordIn(view, event, 'reason') ?? wordIn(view, event, 'text')
  return text === undefined ? '' : `。${text}`
}
