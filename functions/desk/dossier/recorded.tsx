import { concludedBy } from '#domain/agreement/current.ts'
import { sessionsIn } from '#domain/sessions/sessions.ts'
import { AgreementBody } from '../agreement/print.tsx'
import { shownAgreement } from '../agreement/read-agreement.ts'
import type { CaseView } from '../case/case-view.ts'
import { MinutesBody } from '../sessions/minutes-page.tsx'

/** What has a page of its own to print, as its sheet in the file: the newest minutes of a meeting, an agreement. */

const Minutes = ({ seq, view }: { seq: number; view: CaseView }) => {
  const session = sessionsIn(view.events).find(({ id }) => id === seq)
  return session ? <MinutesBody view={view} session={session} shown={session.minutes.length - 1} /> : null
}

/**
 * The text of such a document; nothing for others.
 * @param seq the occasion: the first event of the meeting, the event that concluded the agreement
 */
export const Recorded = ({ id, seq, view }: { id: string; seq: number; view: CaseView }) => {
  if (id === 'minutes' || id === 'hearing') return <Minutes seq={seq} view={view} />
  if (id !== 'agreement' && id !== 'oral') return null
  const shown = shownAgreement(view, concludedBy(view.events, seq))
  return <AgreementBody view={shown} form={shown.agreement?.concluded?.form ?? 'written'} />
}
