import * as z from 'zod/mini'
import { sealedAnswers } from '#domain/filing/sealed-answers.ts'
import { type EventKind, eventRow, type eventTable, type WordsShape } from '#domain/words/events.ts'
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
  // A move without words for the record has its message in its own event.
  reason: z.object({ reason: maybe, text: maybe }),
  subject: z.object({ subject: maybe, text: maybe }),
  decision: z.object({ decision: maybe }),
  referral: z.object({ reason: maybe, body: maybe, text: maybe }),
} as const satisfies Record<WordsShape, z.ZodMiniType>

/** The words of each kind of event. */
export type Words = { [K in EventKind]: z.output<(typeof shapes)[(typeof eventTable)[K]['words']]> }

/** How a person may safely be reached, as stated when filing. */
export type SafeContact = NonNullable<Words['party']['contact']>

/** The sealed part of one event, unsealed but not parsed yet. */
export interface Unsealed {
  seq: number
  kind: EventKind
  json: string
}

/** All unsealed words of one case; read them with `wordsOf` and `wordsIn`. */
export type CaseWords = ReadonlyMap<number, { kind: EventKind; words: Words[EventKind] }>

/** A case with its events and its unsealed words. */
export interface WithWords {
  events: readonly CaseEvent[]
  words: CaseWords
}

/**
 * Parses words of a kind of event; unknown properties are dropped.
 * @returns null if the value does not have the shape of its kind
 */
export const readWords = <K extends EventKind>(kind: K, value: unknown): Words[K] | null => {
  const read = z.safeParse<z.ZodMiniType>(shapes[eventRow(kind).words], value)
  return read.success ? (read.data as Words[K]) : null
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * Parses the words of one event.
 * @returns null if the JSON is invalid or does not have the shape of its kind
 */
export const parseWords = <K extends EventKind>(kind: K, json: string): Words[K] | null =>
  readWords(kind, parsed(json))

/**
 * Parses the unsealed words of a case. Unreadable words are left out, so that a page shows the rest.
 * @param log is called with kind and number of each event with unreadable words
 */
export const caseWords = (
  caseId: string,
  rows: readonly Unsealed[],
  log: (entry: { event: string; [detail: string]: string | number }) => void,
): CaseWords => {
  const read = new Map<number, { kind: EventKind; words: Words[EventKind] }>()
  for (const { seq, kind, json } of rows) {
    const words = parseWords(kind, json)
    if (words) read.set(seq, { kind, words })
    else log({ event: 'words', kind: 'unreadable', case: caseId, seq })
  }
  return read
}

/** The words of one event; undefined if it has none or their key is gone. */
export const wordsIn = <K extends EventKind>(
  { words }: Pick<WithWords, 'words'>,
  { seq, kind }: Pick<CaseEvent, 'seq'> & { kind: K },
): Words[K] | undefined => {
  const found = words.get(seq)
  return found?.kind === kind ? (found.words as Words[K]) : undefined
}

/**
 * The words of the first event of a kind.
 * @param which selects one of several events of the kind
 */
export const wordsOf = <K extends EventKind>(
  view: WithWords,
  kind: K,
  which: (event: CaseEvent) => boolean = () => true,
): Words[K] | undefined => {
  const event = view.events.find((candidate) => candidate.kind === kind && which(candidate))
  return event && wordsIn(view, { seq: event.seq, kind })
}

/** One property of the words of an event of any kind; undefined if its kind or this event does not have it. */
export const wordIn = (
  view: Pick<WithWords, 'words'>,
  event: CaseEvent,
  name: 'text' | 'reason' | 'decision' | 'body',
): string | undefined => {
  const words: Record<string, unknown> = { ...wordsIn(view, event) }
  const word = words[name]
  return typeof word === 'string' ? word : undefined
}
