import { customType, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { About } from '../domain/about.ts'
import type { ListScope } from '../domain/access.ts'
import type { Category } from '../domain/categories.ts'
import type { ReadKind, Waits } from '../domain/desk-entry.ts'
import type { Level } from '../domain/levels.ts'
import type { Status } from '../domain/statuses.ts'
import type { Track } from '../domain/tracks.ts'

/**
 * Tables. No CHECK on words that will grow and no cascade: a changed CHECK makes drizzle-kit rebuild the table,
 * which loses triggers and children (PLATFORM.md). Instants are epoch milliseconds; ids are text.
 */

/** D1 gives blobs back as arrays of numbers, node:sqlite as bytes; above this line they are bytes. */
const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array | ArrayBuffer | number[] }>({
  dataType: () => 'blob',
  toDriver: (value) => value,
  fromDriver: (value) => Uint8Array.from(value instanceof ArrayBuffer ? new Uint8Array(value) : value),
})

/** A case as it stands now: what lists filter by. Its history is `case_event`; words a person wrote are only there. */
export const cases = sqliteTable(
  'cases',
  {
    id: text().primaryKey(),
    number: text().notNull().unique('cases_number'),
    /** HMAC of the tracking code; null once the person is erased. */
    codeHash: text().unique('cases_code_hash'),
    /** Which pepper made `codeHash`, so that a new one can come in. */
    pepperId: integer().notNull(),
    track: text().$type<Track>().notNull(),
    category: text().$type<Category>().notNull(),
    region: text().notNull(),
    status: text().$type<Status>().notNull(),
    level: text().$type<Level>().notNull(),
    unit: text().notNull(),
    about: text().$type<About>().notNull(),
    danger: integer({ mode: 'boolean' }).notNull(),
    /** 事由: a plain line by staff, without names; null until acceptance. */
    subject: text(),
    filedAt: integer().notNull(),
    /** Sequence number and hash of the last event. */
    headSeq: integer().notNull(),
    headHash: text().notNull(),
    /** When a clock of the case changes by itself. */
    nextChangeAt: integer(),
    /** Rank of the warning colour, and since when it has stood where somebody must look; null while it is calm. */
    colour: integer(),
    turnedAt: integer(),
    /** People involved, as staff counted them. */
    people: integer(),
    /** Staff have seen the code (代录): its holder gets another at its first use. */
    codeTemporary: integer({ mode: 'boolean' }),
    /** When the code was first used by its holder. */
    firstFollowedAt: integer(),
  },
  (table) => [index('cases_next_change').on(table.nextChangeAt)],
)

/** History: append only, kept by triggers (migrations/0001). */
export const caseEvent = sqliteTable(
  'case_event',
  {
    caseId: text().notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    actor: text().notNull(),
    at: integer().notNull(),
    unit: text().notNull(),
    data: text().notNull(),
    /** Key scope of `sealed`, or empty. */
    scope: text().notNull(),
    sealed: bytes(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
)

/** One key a case and scope, wrapped by the master key. Deleting the row erases all that was sealed with it. */
export const caseKey = sqliteTable(
  'case_key',
  {
    caseId: text().notNull(),
    scope: text().notNull(),
    wrapped: bytes().notNull(),
    /** Which master key wrapped it. */
    masterId: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.scope] })],
)

/** Keyed fingerprints by which staff find a person's cases. */
export const blindIndex = sqliteTable(
  'blind_index',
  {
    field: text().$type<'phone' | 'name'>().notNull(),
    hash: text().notNull(),
    caseId: text().notNull(),
    scope: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.field, table.hash, table.caseId, table.scope] }),
    index('blind_index_person').on(table.caseId, table.scope),
  ],
)

/** A filing that may be repeated: for 24 hours the same key gets the same answer (DESIGN 5). */
export const filingReceipt = sqliteTable(
  'filing_receipt',
  {
    keyHash: text().primaryKey(),
    bodyMac: text().notNull(),
    caseId: text().notNull(),
    /** The answer, sealed under the raw key; null once the person has noted the code. */
    answer: bytes(),
    expiresAt: integer().notNull(),
  },
  (table) => [index('filing_receipt_expiry').on(table.expiresAt)],
)

/** How many cases a year holds: decides the length of a case number. */
export const caseYear = sqliteTable('case_year', {
  year: text().primaryKey(),
  filed: integer().notNull(),
})

/**
 * Under which scopes a case is listed, and how it stands there (domain/access.ts, domain/desk-entry.ts). Made anew
 * from the history with every event and whenever a clock changes by itself; nothing is known here alone.
 */
export const caseListing = sqliteTable(
  'case_listing',
  {
    caseId: text().notNull(),
    scope: text().$type<ListScope>().notNull(),
    open: integer({ mode: 'boolean' }).notNull(),
    /** End of the next clock that runs. */
    dueAt: integer().notNull(),
    /** Rank of the warning colour. */
    colour: integer().notNull(),
    /** What waits for the desk, or empty. */
    waits: text().$type<Waits | ''>().notNull(),
    changedAt: integer().notNull(),
    /** As `cases.turnedAt`. */
    turnedAt: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.scope] }),
    index('case_listing_turned').on(table.scope, table.open, table.turnedAt, table.caseId),
    index('case_listing_due').on(table.scope, table.open, table.dueAt, table.caseId),
    index('case_listing_waits').on(table.scope, table.open, table.waits, table.dueAt, table.caseId),
    index('case_listing_colour').on(table.scope, table.open, table.colour, table.dueAt, table.caseId),
    index('case_listing_changed').on(table.scope, table.changedAt, table.caseId),
  ],
)

/** Who read which case when (DESIGN 13): append only, kept by triggers (migrations/0004). */
export const readLog = sqliteTable(
  'read_log',
  {
    id: integer().primaryKey(),
    staff: text().notNull(),
    caseId: text().notNull(),
    kind: text().$type<ReadKind>().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index('read_log_case').on(table.caseId, table.id),
    index('read_log_staff').on(table.staff, table.id),
  ],
)

/** Unknown codes asked for, by keyed address prefix and in total, in one window. */
export const guessMark = sqliteTable(
  'guess_mark',
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (table) => [index('guess_mark_expiry').on(table.expiresAt)],
)

/** What must be told to somebody outside; written in the batch of its event, sent later. */
export const outbox = sqliteTable(
  'outbox',
  {
    caseId: text().notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
)
