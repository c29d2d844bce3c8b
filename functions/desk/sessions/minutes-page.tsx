import { dayOf, fullDay, spokenInstant, spokenTime } from '#domain/basics/time.ts'
import { partyScope } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { wordsIn } from '#domain/history/words.ts'
import { unit } from '#domain/places/areas.ts'
import { minutesPath, withQuery } from '#domain/routes/desk.ts'
import { endsAt, type Session } from '#domain/sessions/sessions.ts'
import { signaturesOf } from '#domain/sessions/signatures.ts'
import { meetingForms, readBacks } from '#domain/words/meetings.ts'
import { Cite } from '#ui/cite.tsx'
import { caseTitle } from '../case/case-title.ts'
import type { CaseView } from '../case/case-view.ts'
import { ListChoices } from '../ui/list-choices.tsx'
import { PaperFacts } from '../ui/paper-facts.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import { placeIn } from './place-in.ts'

/** The words of one version of the minutes; empty if they cannot be read. */
const minutesIn = (view: CaseView, seq: number | undefined) => {
  const event = view.events.find((one) => one.seq === seq)
  if (event?.kind !== 'session-held' && event?.kind !== 'minutes-corrected') return null
  return { at: event.at, ...wordsIn(view, { seq: event.seq, kind: event.kind }) }
}

/** Links to the other versions: a correction replaces nothing. */
const Versions = ({ view, session, shown }: { view: CaseView; session: Session; shown: number }) =>
  session.minutes.length < 2 ? null : (
    <ListChoices
      label="版本"
      links={session.minutes.map((_, index) => ({
        name: `第 ${index + 1} 版`,
        href: withQuery(minutesPath(view.number, session.id), `version=${index + 1}`),
        current: index === shown,
      }))}
      print={false}
    />
  )

const signedText = (view: CaseView, session: Session, version: number): string =>
  signaturesOf(view.events, session, version)
    .map(({ readBack, signed = [], signedOn }) => {
      const who = signed.map((party) => personLabel(view.events, party)).join('、')
      return `${readBack ? `${readBacks[readBack]}，` : ''}${who}${signedOn ? fullDay(signedOn) : ''}签了字。`
    })
    .join('')

/**
 * What was said at a meeting and who signs it: on its own page, and in the file of the case.
 * @param shown which version, from 0
 */
export const MinutesBody = ({
  view,
  session,
  shown,
}: {
  view: CaseView
  session: Session
  shown: number
}) => {
  const words = minutesIn(view, session.minutes[shown])
  const { place, language, guests } = placeIn(view, session)
  const signed = signedText(view, session, shown)
  const nameOf = (party: number): string =>
    `${personLabel(view.events, party)}：${personIn(view, partyScope(party)).name ?? ''}`
  const rows: [string, string | undefined][] = [
    [
      '时间',
      `${fullDay(dayOf(session.start))}${spokenTime(session.start)} 到 ${spokenTime(endsAt(session))}`,
    ],
    ['地点', place],
    ['主持', view.names.get(session.staff)],
    ['口译、方言、手语', language],
    ['还请了', guests],
    ['没有到', session.absent.map((party) => personLabel(view.events, party)).join('、')],
    ['到场的人', words?.present],
    ['各人说了什么', words?.said],
    ['提了哪些办法', words?.proposals],
    ['结果', words?.result],
  ]
  return (
    <>
      <PaperFacts rows={rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []))} />
      <p>以上笔录念给我听过（我看过），和我说的一样。</p>
      {signed ? <p class="no-print">{signed}</p> : null}
      <div class="signatures">
        {[...session.people.map(nameOf), '调解员', '记录人'].map((name) => (
          <p>
            {name}
            <span>年　　月　　日</span>
          </p>
        ))}
      </div>
      {session.form === 'talk' ? (
        <p class="soft small">
          <Cite text="《中华人民共和国人民调解法》第二十七条" />
        </p>
      ) : null}
    </>
  )
}

/** 调解笔录, to be read back, corrected and signed on paper (人民调解法 27). It contains names; opening it is logged. */
export const MinutesPage = ({
  view,
  session,
  version,
}: {
  view: CaseView
  session: Session
  version: number
}) => {
  const shown = session.minutes[version - 1] === undefined ? session.minutes.length - 1 : version - 1
  const words = minutesIn(view, session.minutes[shown])
  return (
    <>
      <div class="page-width text">
        <header class="page-head">
          <h1>
            {meetingForms[session.form].minutes}：{caseTitle(view)}
          </h1>
          <p>
            {unit(view.unit).name}，案件编号 {view.number}
            {words ? `，${spokenInstant(words.at)} 记，第 ${shown + 1} 版` : ''}
          </p>
        </header>
        <Versions view={view} session={session} shown={shown} />
        <p class="soft small no-print">念给到场的人听，有要改的，改了再印、再签。</p>
        <PrintButton />
        <MinutesBody view={view} session={session} shown={shown} />
      </div>
      <script src="/form.js" defer></script>
    </>
  )
}
