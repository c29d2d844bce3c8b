import { rfc3339, spokenInstant } from '#domain/basics/time.ts'
import { traceSteps } from '#domain/desk/trace.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskStatus } from '#domain/words/statuses.ts'
import type { StoredCase } from '#store/ports/case.ts'
import { subjectOf } from '../ui/case-list.tsx'

/** What those who registered a case or handed it on read of it: number, 事由, where it is, how it goes. */
export const TracePage = ({ traced: { record, events } }: { traced: StoredCase }) => (
  <div class="page-width">
    <header class="page-head">
      <p class="soft small">
        <a href={deskPages.traces.path}>{deskPages.traces.name}</a> ·{' '}
        <span class="no-break">{record.number}</span>
      </p>
      <h1>{subjectOf(record)}</h1>
      <p>
        {deskStatus(record.status)}，在 <b>{unit(record.unit).name}</b> 手上
      </p>
    </header>
    <p class="note">
      这件由别的单位在办。您这里看得到它走到哪了；当事人说的话、名字和电话，只有在办的人看得到。
    </p>
    <section class="section" aria-labelledby="steps">
      <h2 id="steps" class="section-head">
        走到哪了
      </h2>
      <ol class="history">
        {traceSteps(events)
          .reverse()
          .map((event) => (
            <li>
              <p class="soft small">
                <time datetime={rfc3339(event.at)}>{spokenInstant(event.at)}</time> · {unit(event.unit).name}
              </p>
              <p>
                <b>{staffWords(event)}</b>
              </p>
            </li>
          ))}
      </ol>
    </section>
    <p class="actions">
      <a class="button" href={deskPages.today.path}>
        回今天
      </a>
      <a class="button secondary" href={deskPages.traces.path}>
        看别的
      </a>
    </p>
  </div>
)
