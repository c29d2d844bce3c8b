import * as z from 'zod/mini'
import { sealedAnswers } from '#domain/filing/sealed-answers.ts'
import type { WordsShape } from '#domain/words/event-row.ts'
import { type EventKind, eventRow, type eventTable } from '#domain/words/events.ts'
import type { CaseEvent } from './events.ts'

/**
 * What people wrote in the events of a history: one type per kind of event. Words are sealed as JSON; only this file
 * parses unsealed JSON into types. Words are looked up by the kind of an event, never by a fixed number.
 */

const text = z.string()
const maybe = z.optional(text)

const shapes = {
  none: z.object({}),
  filing: sealedAnswers('record'),
  person: sealedAnswers('party'),
  message: z.object({ text }),
  // The text may be empty if the person only asks for a call. `number` is one they gave; absent means any of them.
  said: z.object({ text, call: z.optional(z.object({ number: maybe, when: maybe })) }),
  // A move without words for the record has its message in its own event.
  reason: z.object({ reason: maybe, text: maybe }),
  subject: z.object({ subject: maybe, text: maybe }),
  // The reason is for the record only: why no other way fits after a failed mediation.
  decision: z.object({ decision: maybe, reason: maybe }),
  referral: z.object({ reason: maybe, body: maybe, text: maybe }),
  // `original` is the SHA-256 of the file as it came, in hexadecimal: what is kept of it has other bytes.
  file: z.object({ caption: text, original: text, sensitive: maybe }),
  fact: z.object({ fact: text }),
  // The salt makes the published sum of the text useless to whoever guesses at the text.
  agreement: z.object({
    salt: text,
    parties: z.array(z.object({ party: z.int(), name: text })),
    facts: text,
    items: z.array(
      z.object({
        id: z.int(),
        by: z.array(z.int()),
        to: z.array(z.int()),
        what: text,
        amountFen: z.optional(z.int()),
        dueOn: maybe,
      }),
    ),
    how: text,
    mediators: z.array(text),
  }),
  session: z.object({ place: text, language: maybe, guests: maybe }),
  // Whom they consult says what it is about, so nothing of it stands in the open.
  consultation: z.object({ expert: text, name: text, place: text }),
  review: z.object({ reason: maybe, measure: maybe }),
  // A row of an old ledger beside what was filed: its line in the file, and cells that could not be read, as they stood.
  ledger: z.object({ line: text, number: maybe, handler: maybe, result: maybe, unread: maybe }),
  publication: z.object({ question: text, answer: text }),
  minutes: z.object({ present: text, said: text, proposals: maybe, result: text }),
} as const satisfies Record<WordsShape, z.ZodMiniType>

/** The words of each kind of event. */
export type Words = { [K in EventKind]: z.output<(typeof shapes)[(typeof eventTable)[K]['words']]> }

/** How a person may safely be reached, as stated when filing. */
export type SafeContact = NonNullable<Words['party']['contact']>

/** A call that a person asked for in a message. */
export type AskedCall = NonNullable<Words['wrote']['call']>

/** The sealed part of one event, unsealed but not parsed yet. */
export interface Unsealed {
  seq: number
  kind: EventKind
  json: string
}

/** All unsealed words of one case; read them with `wordsOf` and `wordsIn`. */
export type CaseWords = ReadonlyMap<number, { kind: EventKind; words: StoredWords[EventKind] }>

/** A case with its events and its unsealed words. */
export interface WithWords {
  events: readonly CaseEvent[]
  words: CaseWords
}

/** Words as they were stored: a property that could not be read is absent. */
export type StoredWords = { [K in EventKind]: Partial<Words[K]> }

const shapeOf = (kind: EventKind): z.ZodMiniObject => shapes[eventRow(kind).words] as z.ZodMiniObject

/**
 * Parses words of a kind of event; unknown properties are dropped.
 * @returns null if the value does not have the shape of its kind
 */
export const readWords = <K extends EventKind>(kind: K, value: unknown): Words[K] | null => {
  const read = shapeOf(kind).safeParse(value)
  return read.success ? (read.data as Words[K]) : null
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The words of one event, and the names of properties that are missing or do not have the shape of their kind. */
interface ParsedWords<K extends EventKind> {
  words: StoredWords[K]
  unreadable: string[]
}

/**
 * Parses the words of one event. A property that does not have its shape is left out, so that the rest stays readable.
 * @returns null if nothing can be read
 */
export const parseWords = <K extends EventKind>(kind: K, json: string): ParsedWords<K> | null => {
  const value = parsed(json)
  const whole = shapeOf(kind).safeParse(value)
  if (whole.success) return { words: whole.data as Words[K], unreadable: [] }
  const unreadable = [...new Set(whole.error.issues.map(({ path: [name = ''] }) => String(name)))]
  if (unreadable.includes('')) return null
  const rest = Object.entries(value as object).filter(([name]) => !unreadable.includes(name))
  const words = z.partial(shapeOf(kind)).parse(Object.fromEntries(rest))
  return Object.keys(words).length > 0 ? { words: words as StoredWords[K], unreadable } : null
}

/**
 * Parses the unsealed words of a case. Unreadable words are left out, so that a page shows the rest.
 * @param log is called for each event with unreadable words, with their place and the names of single properties
 */
export const caseWords = (
  caseId: string,
  rows: readonly Unsealed[],
  log: (entry: { event: string; [detail: string]: string | number }) => void,
): CaseWords => {
  const read = new Map<number, { kind: EventKind; words: StoredWords[EventKind] }>()
  for (const { seq, kind, json } of rows) {
    const found = parseWords(kind, json)
    if (found) read.set(seq, { kind, words: found.words })
    if (found?.unreadable.length === 0) continue
    const properties = found?.unreadable.join(' ')
    log({ event: 'words', kind: 'unreadable', case: caseId, seq, ...(properties && { properties }) })
  }
  return read
}

/** The words of one event; undefined if it has none or their key is gone. */
export const wordsIn = <K extends EventKind>(
  { words }: Pick<WithWords, 'words'>,
  { seq, kind }: Pick<CaseEvent, 'seq'> & { kind: K },
): StoredWords[K] | undefined => {
  const found = words.get(seq)
  return found?.kind === kind ? (found.words as StoredWords[K]) : undefined
}

/** What a person of the case wrote, without being asked or as an answer; undefined for other events. */
export const saidWords = (
  view: Pick<WithWords, 'words'>,
  { seq, kind }: Pick<CaseEvent, 'seq' | 'kind'>,
): StoredWords['wrote'] | undefined =>
  kind === 'wrote' || kind === 'replied' ? wordsIn(view, { seq, kind }) : undefined

/**
 * The words of the first event of a kind.
 * @param which selects one of several events of the kind
 */
export const wordsOf = <K extends EventKind>(
  view: WithWords,
  kind: K,
  which: (event: CaseEvent) => boolean = () => true,
): StoredWords[K] | undefined => {
  const event = view.events.find((candidate) => candidate.kind === kind && which(candidate))
  return event && wordsIn(view, { seq: event.seq, kind })
}

/** One property of the words of an event of any kind; undefined if its kind or this event does not have it. */
export const wordIn = (
  view: Pick<WithWords, 'words'>,
  event: CaseEvent,
  name: 'text' | 'reason' | 'decision' | 'body' | 'measure',
): string | undefined => {
  const words: Record<string, unknown> = { ...wordsIn(view, event) }
  const word = words[name]
  return typeof word === 'string' ? word : undefined
}
