import { fullDay, spokenDay, spokenInstant } from '#domain/basics/time.ts'
import { isOpen } from '#domain/clocks/clocks.ts'
import { staffNameOf } from '#domain/clocks/rules.ts'
import { datesOf } from '#domain/desk/dates.ts'
import { isRecord } from '#domain/dossier/listed-facts.ts'
import { arrival } from '#domain/history/case-history.ts'
import { type CaseEvent, complainant } from '#domain/history/events.ts'
import { isImported } from '#domain/history/imported.ts'
import { otherNames, personIn } from '#domain/history/people.ts'
import { petitionLine } from '#domain/history/petition.ts'
import { measuresIn, reviewReasons, reviewReasonsIn } from '#domain/history/review.ts'
import { saidWords, type WithWords, wordIn, wordsIn, wordsOf } from '#domain/history/words.ts'
import { ledgerRows } from '#domain/importing/ledger-rows.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { categories } from '#domain/words/categories.ts'
import { ledgerTag } from '#domain/words/channels.ts'
import { reviewCauses } from '#domain/words/review-causes.ts'
import { deskStatus, isEnded } from '#domain/words/statuses.ts'
import { tracks } from '#domain/words/tracks.ts'
import { caseTitle } from '../case/case-title.ts'
import type { CaseView } from '../case/case-view.ts'
import { actingUnitName } from '../ui/actor-name.ts'
import { FiledWords } from '../ui/filed-words.tsx'
import { PaperFacts } from '../ui/paper-facts.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import { WarningTag } from '../ui/warning.tsx'

/** 一案一报告: one case on paper, to be signed. It contains names; opening it is recorded in the read log. */

const nameOf = (view: CaseView, id: string | undefined): string =>
  id ? (view.names.get(id) ?? '工作人员') : '还没有人'

/** 申请人 and 对方, as they gave their names. */
const parties = (view: CaseView): [string, string][] => {
  const filed = wordsOf(view, 'filed')
  const person = personIn(view, complainant)
  const applicant = person.anonymous ? '没有留姓名' : [person.name, person.phone].filter(Boolean).join('，')
  return [
    ['申请人', applicant || '没有留'],
    ['对方', otherNames(view).join('、') || filed?.otherParty || '没有写'],
  ]
}

/** The clocks and dates that run, what ends first on top. */
const clocks = (view: CaseView): string =>
  [
    ...view.clocks
      .filter((clock) => isOpen(clock))
      .map(({ rule, due, dueEnd, hours, state }) => {
        const late = state === 'overdue' ? '，已过期' : state === 'paused' ? '，暂停' : ''
        const last = hours ? `${spokenInstant(dueEnd)}前` : fullDay(due)
        return { end: dueEnd, line: `${staffNameOf(rule)}：${last}${late}` }
      }),
    ...(isEnded(view.status) ? [] : datesOf(view.events, view.status)).map(({ name, by, end }) => ({
      end,
      line: `${name}：${fullDay(by)}`,
    })),
  ]
    .toSorted((one, other) => one.end - other.end)
    .map(({ line }) => line)
    .join('\n') || '没有在走的期限'

/** How it ended: the status, and the words of the last decision. */
const result = (view: CaseView): string => {
  if (!isEnded(view.status)) return `还在办：${deskStatus(view.status)}`
  const decided = view.events.findLast((event) => wordIn(view, event, 'decision') !== undefined)
  const text = decided && wordIn(view, decided, 'decision')
  return [deskStatus(view.status), text].filter(Boolean).join('\n')
}

const facts = (view: CaseView): [string, string][] => [
  ...parties(view),
  ['类别', `${tracks[view.track].name} · ${categories[view.category].name} · ${areaName(view.region)}`],
  ['涉及人数', view.people ? `${view.people} 人` : ''],
  ['信访编号', petitionLine(view.events)],
  ['办理单位', [unit(view.unit), ...view.cohandlers.map(unit)].map(({ name }) => name).join('、')],
  ['交来的单位', arrival(view.events)?.data.from ? unit(arrival(view.events)?.data.from ?? '').name : ''],
  ['承办人', nameOf(view, view.assignee ?? undefined)],
  [
    '包案领导',
    view.lead
      ? `${nameOf(view, view.lead.staff)}${view.lead.answerBy ? `，${spokenDay(view.lead.answerBy)}前` : ''}`
      : '没有',
  ],
  ['期限', clocks(view)],
  ['结果', result(view)],
  ...ledgerRows(view).map(([name, value]): [string, string] => [`${ledgerTag}：${name}`, value]),
]

/** Its reviews (以案促改): why, and what is to change by when. */
const Reviews = ({ view }: { view: CaseView }) => (
  <>
    {measuresIn(view.events).map(({ seq, cause, by, done }) => {
      const words = wordsIn(view, { seq, kind: 'reviewed' })
      return (
        <>
          <h2>复盘</h2>
          <PaperFacts
            rows={[
              [
                '为什么复盘',
                reviewReasonsIn(view.events)
                  .map((id) => reviewReasons[id].name)
                  .join('、'),
              ],
              ['主要原因', reviewCauses[cause].name],
              ['经过', words?.reason ?? ''],
              ['要改什么', words?.measure ?? ''],
              ['哪天前落实', `${fullDay(by)}${done ? '，已落实' : '，还没有落实'}`],
            ]}
          />
        </>
      )
    })}
  </>
)

const signatures = ['承办人', '包案领导', '单位负责人（盖章）']

const talk: readonly CaseEvent['kind'][] = ['message', 'told', 'wrote', 'replied']

/** Whom somebody consulted is no part of the quarrel. */
const isOwnMatter = ({ data }: CaseEvent): boolean => data.consultation !== undefined

/** Reviews stand in a part of their own. */
const isReview = ({ kind }: CaseEvent): boolean => kind === 'reviewed'

const isTalk = ({ kind }: CaseEvent): boolean => talk.includes(kind)

/** What was done, what was said with the people, and what staff wrote for themselves: three lists. */
const lists = ({ events }: CaseView): [string, CaseEvent[]][] => [
  [
    '办理经过',
    events.filter((event) => !isTalk(event) && !isRecord(event) && !isOwnMatter(event) && !isReview(event)),
  ],
  ['来往的话', events.filter(isTalk)],
  ['内部记录', events.filter(isRecord)],
]

const Events = ({ view, events }: { view: CaseView; events: readonly CaseEvent[] }) => (
  <ol>
    {events.map((event) => (
      <li>
        {spokenInstant(event.at)}，{actingUnitName(event)}：{staffWords(event, view.names)}
        <span class="typed">{reasonOf(view, event)}</span>
      </li>
    ))}
  </ol>
)

export const ReportPage = ({ view, now }: { view: CaseView; now: number }) => (
  <>
    <div class="page-width">
      <PrintButton />
      <article class="paper-sheet">
        <header class="paper-head">
          <h1>一案一报告：{caseTitle(view)}</h1>
          <p>
            案件编号 {view.number}，{spokenInstant(now)} 打印。
            {isImported(view.events) && view.colour === 0 ? null : <WarningTag rank={view.colour} />}
          </p>
        </header>
        <PaperFacts rows={facts(view).filter(([, value]) => value)} />
        <h2>申请人说的</h2>
        <FiledWords filed={wordsOf(view, 'filed')} />
        {lists(view).map(([name, events]) =>
          events.length > 0 ? (
            <>
              <h2>{name}</h2>
              <Events view={view} events={events} />
            </>
          ) : null,
        )}
        <Reviews view={view} />
        <div class="signatures">
          {signatures.map((name) => (
            <p>
              {name}
              <span>年　　月　　日</span>
            </p>
          ))}
        </div>
      </article>
    </div>
    <script src="/form.js" defer></script>
  </>
)

/** A call that the person asked for, and when; empty if they asked for none. */
const wishIn = (view: WithWords, event: CaseEvent): string => {
  const call = saidWords(view, event)?.call
  if (!call) return ''
  return `（${['请回电话', call.number, call.when].filter(Boolean).join('，')}）`
}

const reasonOf = (view: WithWords, event: CaseEvent): string => {
  const text = wordIn(view, event, 'reason') ?? wordIn(view, event, 'text')
  return `${text ? `。${text}` : ''}${wishIn(view, event)}`
}
