import type { Child } from 'hono/jsx'
import { dayOf, type Instant, spokenInstant } from '#domain/basics/time.ts'
import { isImported } from '#domain/history/imported.ts'
import { certificatePath, dossierPath, referralPath, reportPath } from '#domain/routes/desk.ts'
import { Card } from '#ui/card.tsx'
import { PublicationNote } from '../after/publication-note.tsx'
import { RevisitNote } from '../after/revisit-note.tsx'
import { StoryNote } from '../after/story-note.tsx'
import { AgreementNote } from '../agreement/note.tsx'
import { CaseConsultations } from '../consultations/case-section.tsx'
import { FileStrip } from '../files/strip.tsx'
import type { OpenedFrom } from '../lists/opened-from.ts'
import { referralIn } from '../referral/referral-in.ts'
import { CaseMeetings } from '../sessions/case-section.tsx'
import { CaseBar } from './case-bar.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseHead } from './case-head.tsx'
import { History } from './case-history.tsx'
import { NextSteps, OtherMoves } from './case-moves.tsx'
import type { CaseView } from './case-view.ts'
import { DangerNotice } from './danger-notice.tsx'
import { HeldNote } from './held-note.tsx'
import { OldLedger } from './old-ledger.tsx'
import { OtherSide } from './other-side.tsx'
import { Supervisions } from './supervisions.tsx'
import { Story, Told } from './told.tsx'
import { TurnedToUs } from './turned-to-us.tsx'
import { Unanswered } from './unanswered.tsx'

/** Who read the case, latest first: one row for a person and a day, with the last time and how often. */
const readers = ({ reads, names }: CaseView): { name: string; last: Instant; count: number }[] => {
  const rows = new Map<string, { name: string; last: Instant; count: number }>()
  for (const { staff, at } of reads) {
    const key = `${staff} ${dayOf(at)}`
    const row = rows.get(key) ?? { name: names.get(staff) ?? '工作人员', last: at, count: 0 }
    rows.set(key, { ...row, count: row.count + 1 })
  }
  return [...rows.values()]
}

/** Who read the case, and its printed papers. */
const Papers = ({ view }: { view: CaseView }) => (
  <Card title="谁看过">
    <ul class="lines">
      {readers(view).map(({ name, last, count }) => (
        <li class="small">
          {name}{' '}
          <span class="soft no-break">
            {spokenInstant(last)}
            {count > 1 ? `，当天 ${count} 次` : ''}
          </span>
        </li>
      ))}
    </ul>
    <a class="more" href={dossierPath(view.number)}>
      卷宗和文书
    </a>
    <a class="more" href={reportPath(view.number)}>
      打印一案一报告
    </a>
    {isImported(view.events) ? null : (
      <a class="more" href={certificatePath(view.number)}>
        打印提出要求的证明
      </a>
    )}
    {referralIn(view.events) ? (
      <a class="more" href={referralPath(view.number)}>
        打印移送函
      </a>
    ) : null}
  </Card>
)

interface Props {
  view: CaseView
  from: OpenedFrom
  now: number
  duties: Child
}

/** The desk's page of a case: the story before any button; next steps and clocks beside it. */
export const CasePage = ({ view, from, now, duties }: Props) => (
  <div class="page-width">
    <CaseHead view={view} from={from} />
    {view.danger ? <DangerNotice view={view} now={now} /> : null}
    <div class="columns">
      <div>
        <OldLedger view={view} />
        <HeldNote view={view} now={now} />
        <RevisitNote view={view} now={now} />
        <StoryNote view={view} />
        <PublicationNote view={view} />
        <TurnedToUs view={view} />
        <Supervisions view={view} />
        <Unanswered view={view} number={view.number} page={{ open: view.moves, from }} />
        <Story view={view} />
        <OtherSide view={view} />
        <AgreementNote view={view} today={dayOf(now)} />
        <CaseMeetings view={view} now={now} />
        <CaseConsultations view={view} now={now} />
        <FileStrip view={view} />
        <section class="section" aria-labelledby="people">
          <h2 id="people" class="section-head">
            人和事
          </h2>
          <Told view={view} />
        </section>
        <section class="section" aria-labelledby="history">
          <h2 id="history" class="section-head">
            办理经过
          </h2>
          <History view={view} />
        </section>
      </div>
      <aside class="case-side tall" aria-label="下一步和期限">
        <NextSteps view={view} from={from} now={now} />
        {view.danger ? (
          <details class="more-moves">
            <summary>必须报告的事，怎么报、怎么记</summary>
            {duties}
          </details>
        ) : null}
        <CaseClocks view={view} now={now} />
        <OtherMoves view={view} from={from} now={now} />
        <Papers view={view} />
      </aside>
    </div>
    <CaseBar view={view} from={from} now={now} />
  </div>
)
