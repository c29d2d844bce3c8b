import type { Instant } from '#domain/basics/time.ts'
import { type CaseEvent, type EventData, partyScope } from '#domain/history/events.ts'
import { spokenId } from '#domain/sessions/sentences.ts'
import type { EventKind } from '#domain/words/events.ts'

/** What a person answered and decided with their code, in one line each: for the copy of what they gave. */

/** An answer: its kind, when, its sentence, and whether staff wrote it down as it was said to them. */
export interface OwnAnswer {
  kind: EventKind
  at: Instant
  text: string
  byStaff: boolean
}

const version = ({ version: number, agreement }: EventData): string =>
  `第 ${number ?? agreement?.version ?? 1} 版`

/** The sentences; words and files a person gave are shown as such, and a change of the code is no answer. */
const sentences = {
  agreed: () => '愿意谈。',
  refused: () => '不愿意谈。',
  'refusal-disputed': () => '没有说过不愿意谈。',
  'invitation-approved': () => '同意给对方的话。',
  'invitation-declined': () => '不同意那样写给对方的话。',
  'times-chosen': ({ session }) => {
    const chosen = session?.choose ?? []
    return chosen.length > 0 ? `这几个时间行：${chosen.map(spokenId).join('、')}。` : '提的时间都不行。'
  },
  'agreement-read': (data) => `看过协议草稿${version(data)}。`,
  'item-done': ({ item }) => `协议第 ${item} 条，做到了。`,
  'item-received': ({ item }) => `协议第 ${item} 条，收到了。`,
  'item-missed': ({ item }) => `协议第 ${item} 条，没有做到。`,
  'mediator-asked': () => '想换一位调解员。',
  'spot-disputed': () => '没有这回事。',
  'story-agreed': () => '同意写成故事。',
  'story-refused': () => '不同意写成故事。',
  'publication-asked': () => '请县里公布建议和答复。',
  'publication-agreed': () => '同意公布。',
  'publication-refused': () => '不公布。',
  'withdrawal-asked': () => '要撤回这件事。',
  'erasure-asked': () => '要删除自己的信息。',
  'request-cancelled': () => '改了主意，刚才的请求不算。',
  urged: () => '催了一次。',
  objected: () => '对结果不满意，请上一级看一看。',
} as const satisfies Partial<Record<EventKind, (data: EventData) => string>>

const isAnswer = (kind: EventKind): kind is keyof typeof sentences => Object.hasOwn(sentences, kind)

/**
 * The answers of one person, oldest first.
 * @param events the history as this person knows it
 */
export const ownAnswers = (events: readonly CaseEvent[], party: number): OwnAnswer[] =>
  events.flatMap(({ kind, actor, at, data }) => {
    const own = actor === partyScope(party)
    // Said at the window or by telephone, with its day and way.
    const byStaff = !own && data.delivery !== undefined && data.party === party
    return isAnswer(kind) && (own || byStaff) ? { kind, at, text: sentences[kind](data), byStaff } : []
  })
