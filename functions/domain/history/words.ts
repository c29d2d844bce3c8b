import * as z from 'zod/mini'
import { type EventKind, eventRow, type eventTable, type WordsShape } from '#domain/words/events.ts'
import type { CaseEvent } from './events.ts'

/**
 * What people wrote in the rows of a history: one type a kind of event. Words are sealed as JSON; here is the one place
 * where what was unsealed becomes typed again, and the only way to find them is by the kind of a row, never by its
 * number.
 */

const text = z.string()
const maybe = z.optional(text)

const shapes = {
  none: z.object({}),
  filing: z.object({ narrative: text, request: text, title: maybe, otherParty: maybe }),
  person: z.object({
    name: maybe,
    phone: maybe,
    anonymous: z.optional(z.boolean()),
    contact: z.optional(z.object({ mayCall: z.boolean(), mayText: z.boolean(), when: maybe })),
  }),
  message: z.object({ text }),
  // A move with nothing for the record carries its message in its own row.
  reason: z.object({ reason: maybe, text: maybe }),
  subject: z.object({ subject: maybe, text: maybe }),
  decision: z.object({ decision: maybe }),
  referral: z.object({ reason: maybe, body: maybe, text: maybe }),
} as const satisfies Record<WordsShape, z.ZodMiniType>

/** The words of each kind of event. */
export type Words = { [K in EventKind]: z.output<(typeof shapes)[(typeof eventTable)[K]['words']]> }

/** How a person may be reached safely, as they said it when filing. */
export type SafeContact = NonNullable<Words['party']['contact']>

/** The sealed part of one row, unsealed and not yet read. */
export interface Unsealed {
  seq: number
  kind: EventKind
  json: string
}

/** Everything that was opened of one case; read it with `wordsOf` and `wordsIn`. */
export type CaseWords = ReadonlyMap<number, { kind: EventKind; words: Words[EventKind] }>

/** What has the words of a case beside its rows. */
export interface WithWords {
  events: readonly CaseEvent[]
  words: CaseWords
}

/**
 * Reads words as those of a kind; what the kind does not know is left out.
 * @returns null where they are not of its shape
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
 * The words of one row.
 * @returns null where the JSON is broken or not of the shape of its kind
 */
export const parseWords = <K extends EventKind>(kind: K, json: string): Words[K] | null =>
  readWords(kind, parsed(json))

/**
 * Reads what was unsealed of a case. A row that cannot be read is left out, so that a page shows the rest.
 * @param log told of each such row, by kind and number
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

/** The words of one row; undefined where it has none, or their key is gone. */
export const wordsIn = <K extends EventKind>(
  { words }: Pick<WithWords, 'words'>,
  { seq, kind }: Pick<CaseEvent, 'seq'> & { kind: K },
): Words[K] | undefined => {
  const found = words.get(seq)
  return found?.kind === kind ? (found.words as Words[K]) : undefined
}

/**
 * The words of the first row of a kind.
 * @param which among several rows of the kind, the one that is meant
 */
export const wordsOf = <K extends EventKind>(
  view: WithWords,
  kind: K,
  which: (event: CaseEvent) => boolean = () => true,
): Words[K] | undefined => {
  const event = view.events.find((candidate) => candidate.kind === kind && which(candidate))
  return event && wordsIn(view, { seq: event.seq, kind })
}

/** One word of a row whose kind is any: undefined where rows of its kind have no such word, or this one says none. */
export const wordIn = (
  view: Pick<WithWords, 'words'>,
  event: CaseEvent,
  name: 'text' | 'reason' | 'decision' | 'body',
): string | undefined => {
  const words: Record<string, unknown> = { ...wordsIn(view, event) }
  const word = words[name]
  return typeof word === 'string' ? word : undefined
}
