import { isNotNull } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ListScope } from '#domain/desk/access.ts'
import type { ReadKind } from '#domain/desk/listing.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { Waits } from '#domain/words/waits.ts'
import { bytes } from './bytes-column.ts'
import { markTable } from './mark-table.ts'

/**
 * Tables. No CHECK on words that will grow and no cascade: a changed CHECK makes drizzle-kit rebuild the table,
 * which loses triggers and children (rules.md R23). Instants are epoch milliseconds; ids are text.
 */

/**
 * A case as it stands now: what lists filter by. All but `number`, `subject` and the colour is replayed from
 * `case_event`, which decides (domain/case-state.ts); these columns are a cache that verification compares. No row is
 * ever removed and a number never changes (migrations/0001).
 */
export const cases = sqliteTable(
  'cases',
  {
    id: text().primaryKey(),
    number: text().notNull().unique('cases_number'),
    track: text().$type<Track>().notNull(),
    category: text().$type<Category>().notNull(),
    region: text().notNull(),
    status: text().$type<Status>().notNull(),
    level: text().$type<Level>().notNull(),
    unit: text().notNull(),
    about: text().$type<About>().notNull(),
    danger: integer({ mode: 'boolean' }).notNull(),
    /** People involved, as staff counted them. */
    people: integer(),
    /** 事由: a plain line by staff, without names; null until acceptance. */
    subject: text(),
    filedAt: integer().notNull(),
    /** Sequence number and hash of the last event. */
    headSeq: integer().notNull(),
    headHash: text().notNull(),
    /** When a clock of the case changes by itself. */
    nextChangeAt: integer(),
    /** Rank of the warning colour, and since when it has stood where somebody must look; null while it is calm. */
    colour: integer().notNull(),
    turnedAt: integer(),
  },
  (table) => [index('cases_next_change').on(table.nextChangeAt)],
)

/** A tracking code: several people can hold one of the same case, each with sessions of their own. */
export const caseCode = sqliteTable(
  'case_code',
  {
    /** HMAC of the code under the pepper. */
    codeHash: text().primaryKey(),
    caseId: text().notNull(),
    /** Number of the person who holds it. */
    party: integer().notNull(),
    /** Which pepper made `codeHash`, so that a new one can come in. */
    pepper: integer().notNull(),
    /** Sessions carry it; leaving raises it, which ends them all. */
    epoch: integer().notNull(),
    /** Staff have seen the code (代录): its holder gets another at its first use. */
    staffSaw: integer({ mode: 'boolean' }).notNull(),
    /** When the code was first used. */
    firstUsedAt: integer(),
  },
  (table) => [uniqueIndex('case_code_holder').on(table.caseId, table.party)],
)

/**
 * History: append only, kept by triggers (migrations/0001), WITHOUT ROWID so that no second key can replace a row.
 * The index by desk, kind and time is what sheets and figures count by.
 */
export const caseEvent = sqliteTable(
  'case_event',
  {
    caseId: text().notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    actor: text().notNull(),
    at: integer().notNull(),
    unit: text().notNull(),
    /** Unit of the member of staff at that moment, or empty. */
    acting: text().notNull(),
    data: text().notNull(),
    /** Key scope of `sealed`, or empty. */
    scope: text().notNull(),
    sealed: bytes(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.seq] }),
    index('case_event_figures').on(table.unit, table.kind, table.at),
  ],
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

/** A filing that may be repeated: for 24 hours the same key gets the same answer (rules.md R9). */
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

/** How many cases a year holds: decides the length of a case number. Counted by a trigger (migrations/0001). */
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
    // Most cases are calm: they stand in no row of this one.
    index('case_listing_turned')
      .on(table.scope, table.open, table.turnedAt, table.caseId)
      .where(isNotNull(table.turnedAt)),
    index('case_listing_due').on(table.scope, table.open, table.dueAt, table.caseId),
    index('case_listing_waits').on(table.scope, table.open, table.waits, table.dueAt, table.caseId),
    index('case_listing_colour').on(table.scope, table.open, table.colour, table.dueAt, table.caseId),
    index('case_listing_changed').on(table.scope, table.changedAt, table.caseId),
  ],
)

/** Who read which case when (docs/adr/0009): append only, kept by triggers (migrations/0001), WITHOUT ROWID. */
export const readLog = sqliteTable(
  'read_log',
  {
    caseId: text().notNull(),
    /** Sorts by time: the instant in 15 digits, then random letters. */
    id: text().notNull(),
    at: integer().notNull(),
    staff: text().notNull(),
    /** The unit they worked for at that moment. */
    acting: text().notNull(),
    kind: text().$type<ReadKind>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.id] }),
    index('read_log_staff').on(table.staff, table.id),
    index('read_log_at').on(table.at),
  ],
)

/**
 * Unknown codes asked for in one window: by address, by what a network adds to the total, in total, and by the case
 * number that a guess named.
 */
export const guessMark = markTable('guess_mark', 'failures')
