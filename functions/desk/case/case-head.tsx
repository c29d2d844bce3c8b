import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { isImported } from '#domain/history/imported.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { deskStatus } from '#domain/words/statuses.ts'
import type { OpenedFrom } from '../lists/opened-from.ts'
import { WarningTag } from '../ui/warning.tsx'
import { caseTitle } from './case-title.ts'
import type { CaseView } from './case-view.ts'

/** Who has the case: 承办 and 包案 by name. */
const WhoHasIt = ({ view }: { view: CaseView }) => {
  const { assignee, lead, names } = view
  return (
    <>
      承办：<b>{assignee ? (names.get(assignee) ?? '工作人员') : '还没有人'}</b>
      {lead ? (
        <>
          {' · '}包案：<b>{names.get(lead.staff) ?? '工作人员'}</b>
          {lead.answerBy ? `，${spokenDay(lead.answerBy)}前` : ''}
        </>
      ) : null}
    </>
  )
}

/** The head of a case: what it is about, how urgent it is, where it is and who has it. */
export const CaseHead = ({ view, from }: { view: CaseView; from: OpenedFrom }) => (
  <header class="page-head">
    <p class="soft small crumb">
      <a href={from.href}>{from.name}</a> · <span class="no-break">{view.number}</span>
    </p>
    <h1>{caseTitle(view)}</h1>
    <p>
      {isImported(view.events) && view.colour === 0 ? null : <WarningTag rank={view.colour} />}{' '}
      {deskStatus(view.status)}，在 <b>{unit(view.unit).name}</b> 手上
    </p>
    <p>
      <WhoHasIt view={view} />
    </p>
    {view.vacant ? (
      <p class="note">原来承办的人不再办这件，还没有人接手。请分派；没有别人能接的，请上报。</p>
    ) : null}
    <p class="soft small">
      {areaName(view.region)} · {spokenDay(dayOf(view.filedAt))}
      {isImported(view.events) ? '导入' : '登记'}
    </p>
  </header>
)
