import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { findRule, staffNameOf } from '#domain/clocks/rules.ts'
import { pendingExtension } from '#domain/history/case-history.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { scopesOfPeople } from '#domain/history/people.ts'
import { type StoredWords, type WithWords, wordIn, wordsOf } from '#domain/history/words.ts'
import { type Move, type MoveField, type MoveKind, moves } from '#domain/moves/table.ts'
import { draftedPublication } from '../after/publication.ts'
import { PublicWords } from '../after/publication-note.tsx'
import type { DeskCase } from '../case/open-case.ts'
import { Supervisions } from '../case/supervisions.tsx'
import { Unanswered } from '../case/unanswered.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { filledFor, firstAnswers } from '../sessions/filled.ts'
import { Drafted, draftedWords } from './drafted-words.tsx'
import { readRecord } from './read-record.ts'

/** What the form of a move shows of the case, and what it fills in. */
interface FormContext {
  shown: Child
  /** Values of fields that nobody has typed in yet. */
  filled: Partial<Record<MoveField, string>>
}

/** The complainant's own title, which is sealed: as 事由 it would stand in every list. */
export const OwnTitle = ({ title }: { title: string | null | undefined }) =>
  title ? <p class="soft small">本人的一句话：“{title}”。用它作事由，先看看有没有人名。</p> : null

const Told = ({ filed }: { filed: StoredWords['filed'] | undefined }) => (
  <section class="move-context" aria-label="申请人说的">
    {filed?.narrative ? <p class="says typed">{filed.narrative}</p> : null}
    {filed?.request ? (
      <p class="says typed">
        <b>希望</b> {filed.request}
      </p>
    ) : null}
    <OwnTitle title={filed?.title} />
    {filed?.otherParty ? (
      <p class="says typed">
        <b>对方</b> {filed.otherParty}
      </p>
    ) : null}
  </section>
)

/** The request that is decided: which clock, how many days, why. */
const Asked = ({ view }: { view: WithWords }) => {
  const asks = pendingExtension([...view.events])
  const request = view.events.findLast(({ data }) => data.asks !== undefined)
  if (!asks || !request) return null
  const rule = findRule(asks.rule)
  return (
    <section class="move-context" aria-label="申请">
      <p>
        申请延 <b>{asks.days} 天</b>：{rule ? staffNameOf(rule) : ''}
        {rule ? `（${rule.days}${rule.workdays ? ' 个工作日' : ' 天'}）` : ''}
      </p>
      <p class="says typed">{wordIn(view, request, 'reason')}</p>
    </section>
  )
}

/** What was suggested and how it was answered, to be told in short. */
const ToShorten = ({ view }: { view: WithWords }) => {
  const answer = view.events.findLast(({ kind }) => kind === 'answered')
  const decision = answer && wordIn(view, answer, 'decision')
  return (
    <>
      <Told filed={wordsOf(view, 'filed')} />
      {decision ? (
        <section class="move-context" aria-label="答复">
          <p class="says typed">{decision}</p>
        </section>
      ) : null}
    </>
  )
}

const sumsUp = ({ needs }: Move): boolean => needs.includes('subject') || needs.includes('otherName')

/** What 事由 is filled in with: what staff wrote before, or the complainant's own title. */
export const subjectFor = (
  record: Pick<DeskCase['record'], 'subject'>,
  filed: StoredWords['filed'] | undefined,
): string | undefined => record.subject ?? filed?.title

/**
 * What a member of staff must know to fill in the form of a move. It opens words of the case, so it is logged as a read
 * first (rules.md R52).
 */
export const moveContext = async (
  ports: DeskCasePorts,
  c: Context,
  kind: MoveKind,
  deskCase: DeskCase,
): Promise<FormContext> => {
  const move: Move = moves[kind]
  if (move.answers && unansweredIn(deskCase.events).length > 0) {
    const view = await readRecord(ports, memberOf(c), deskCase, scopesOfPeople(deskCase.events))
    return { shown: <Unanswered view={view} number={deskCase.record.number} />, filled: {} }
  }
  if (move.ifSupervised) {
    const view = await readRecord(ports, memberOf(c), deskCase)
    return { shown: <Supervisions view={view} open />, filled: {} }
  }
  if (move.ifDrafted || move.ifApproved || move.needs.includes('invitation')) {
    const words = await draftedWords(ports, memberOf(c), deskCase)
    if (!move.needs.includes('invitation')) return { shown: <Drafted words={words} />, filled: {} }
    // Words that were given to one person are none for another.
    const again = draftIn(deskCase.events)?.state !== 'sent'
    return { shown: null, filled: words && again ? { invitation: words.text } : {} }
  }
  if (kind === 'publication-drafted' || kind === 'publication-approved') {
    const view = await readRecord(ports, memberOf(c), deskCase)
    const words = await draftedPublication(deskCase)
    if (kind === 'publication-drafted') return { shown: <ToShorten view={view} />, filled: { ...words } }
    return { shown: words && <PublicWords {...words} />, filled: {} }
  }
  if (move.ifSession) return { shown: null, filled: await filledFor(ports, memberOf(c), kind, deskCase) }
  if (move.needs.includes('comers')) return { shown: null, filled: firstAnswers(deskCase) }
  if (!sumsUp(move) && !move.onRequest) return { shown: null, filled: {} }
  const view = await readRecord(ports, memberOf(c), deskCase)
  if (move.onRequest) return { shown: <Asked view={view} />, filled: {} }
  const filed = wordsOf(view, 'filed')
  const subject = subjectFor(deskCase.record, filed)
  return {
    shown: <Told filed={filed} />,
    filled: {
      ...(subject && { subject }),
      ...(filed?.otherParty && { otherName: filed.otherParty }),
    },
  }
}
