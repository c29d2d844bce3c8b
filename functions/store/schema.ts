import { isNotNull, sql } from 'drizzle-orm'
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
 * Tables. There is no CHECK on lists of words that will grow, and no cascade: a changed CHECK makes drizzle-kit rebuild
 * the table, which loses triggers and child rows (rules.md R23). Instants are epoch milliseconds; ids are text.
 */

/**
 * The current state of a case, by which lists filter. All columns but `number`, `subject` and the colour are a cache
 * replayed from `case_event`, which is authoritative (domain/history/case-state.ts); verification compares them. No row
 * is ever removed and a number never changes (migrations/0001).
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
    /** 事由: a plain line written by staff, without names; null until acceptance. */
    subject: text(),
    filedAt: integer().notNull(),
    /** Sequence number and hash of the last event. */
    headSeq: integer().notNull(),
    headHash: text().notNull(),
    /** When the next clock of the case changes without an event. */
    nextChangeAt: integer(),
    /** It came from an old ledger: in no rate, no figure and on no sheet (docs/adr/0055-import.md). */
    imported: integer({ mode: 'boolean' }).notNull().default(false),
    /** Rank of the warning colour, and since when it has needed attention; null while it needs none. */
    colour: integer().notNull(),
    turnedAt: integer(),
  },
  (table) => [index('cases_next_change').on(table.nextChangeAt)],
)

/** A tracking code. Several people can hold a code of the same case, each with their own sessions. */
export const caseCode = sqliteTable(
  'case_code',
  {
    /** HMAC of the code under the pepper. */
    codeHash: text().primaryKey(),
    caseId: text().notNull(),
    /** Number of the person who holds it. */
    party: integer().notNull(),
    /** Id of the pepper that made `codeHash`, so that peppers can be rotated. */
    pepper: integer().notNull(),
    /** Sessions contain it; signing out raises it, which ends them all. */
    epoch: integer().notNull(),
    /** Staff have seen the code (代录): its holder gets another code at its first use. */
    staffSaw: integer({ mode: 'boolean' }).notNull(),
    /** When the code was first used. */
    firstUsedAt: integer(),
  },
  (table) => [
    uniqueIndex('case_code_holder').on(table.caseId, table.party),
    // Whose code was used for the first time on a day, for the figures; most codes never are and have no entry.
    index('case_code_first_use').on(table.firstUsedAt).where(isNotNull(table.firstUsedAt)),
  ],
)

/**
 * History. Triggers keep it append-only (migrations/0001); it is WITHOUT ROWID so that no second key can replace a row.
 * Sheets and figures count through the index by desk, kind and time.
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
    /** Unit of the acting member of staff at that moment, or empty. */
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
    // What staff of a unit did, for its sheets; most events of a resident are not in it.
    index('case_event_acting').on(table.acting, table.at).where(sql`${table.acting} <> ''`),
  ],
)

/** One key per case and scope, wrapped by the master key. Deleting the row erases everything sealed with it. */
export const caseKey = sqliteTable(
  'case_key',
  {
    caseId: text().notNull(),
    scope: text().notNull(),
    wrapped: bytes().notNull(),
    /** Id of the master key that wrapped it. */
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

/** Receipt of a post: for 24 hours a repeat with the same idempotency key gets the same answer (rules.md R9). */
export const postReceipt = sqliteTable(
  'post_receipt',
  {
    keyHash: text().primaryKey(),
    bodyMac: text().notNull(),
    caseId: text().notNull(),
    /** The answer, sealed under the raw idempotency key; null once the person has noted the code. */
    answer: bytes(),
    expiresAt: integer().notNull(),
  },
  (table) => [index('post_receipt_expiry').on(table.expiresAt)],
)

/** Number of cases in a year; decides the length of a case number. Counted by a trigger (migrations/0001). */
export const caseYear = sqliteTable('case_year', {
  year: text().primaryKey(),
  filed: integer().notNull(),
})

/**
 * The scopes under which a case is listed, and its state there (domain/desk/access.ts, domain/desk/listing.ts).
 * Rebuilt from the history with every event and whenever a clock changes without one; holds no original data.
 */
export const caseListing = sqliteTable(
  'case_listing',
  {
    caseId: text().notNull(),
    scope: text().$type<ListScope>().notNull(),
    open: integer({ mode: 'boolean' }).notNull(),
    /** End of the running clock that ends next. */
    dueAt: integer().notNull(),
    /** Rank of the warning colour. */
    colour: integer().notNull(),
    /** What the desk has to do, or empty. */
    waits: text().$type<Waits | ''>().notNull(),
    /** When that began to wait; null if nothing does. */
    waitsSince: integer(),
    /** The people of the case wait for a call of the desk. */
    callAsked: integer({ mode: 'boolean' }).notNull().default(false),
    changedAt: integer().notNull(),
    /** As `cases.turnedAt`. */
    turnedAt: integer(),
    /** As `cases.filedAt`, of an imported case as its old ledger has it: the ledger of a scope is read in this order. */
    filedAt: integer().notNull().default(0),
    /** Marks that more than one thing can set at once (domain/desk/marks.ts), as a sum. */
    marks: integer().notNull().default(0),
    /** Where the scope counts it (domain/desk/places.ts); empty: nowhere. */
    place: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.scope] }),
    // A partial index: few cases have a mark.
    index('case_listing_marks')
      .on(table.scope, table.marks, table.dueAt, table.filedAt, table.caseId)
      .where(sql`${table.marks} <> 0`),
    // A partial index: most cases need no attention and have no entry in it.
    index('case_listing_turned')
      .on(table.scope, table.open, table.turnedAt, table.caseId)
      .where(isNotNull(table.turnedAt)),
    // Partial indexes of what waits, open or ended: pages of a list by due day, the groups of 今天 by due day and by how long.
    // Nothing that is below is shown by how long it waits.
    index('case_listing_waits_due')
      .on(table.scope, table.waits, table.dueAt, table.filedAt, table.caseId)
      .where(sql`${table.waits} <> ''`),
    index('case_listing_waits_first')
      .on(table.scope, table.waits, table.dueAt, table.waitsSince, table.filedAt, table.caseId)
      .where(sql`${table.waits} <> '' AND substr(${table.scope}, 1, 6) <> 'below:'`),
    index('case_listing_waits_since')
      .on(table.scope, table.waits, table.waitsSince, table.filedAt, table.caseId)
      .where(sql`${table.waits} <> '' AND substr(${table.scope}, 1, 6) <> 'below:'`),
    index('case_listing_due').on(table.scope, table.open, table.dueAt, table.filedAt, table.caseId),
    index('case_listing_colour').on(
      table.scope,
      table.open,
      table.colour,
      table.dueAt,
      table.filedAt,
      table.caseId,
    ),
    index('case_listing_changed').on(table.scope, table.changedAt, table.caseId),
    index('case_listing_filed').on(table.scope, table.filedAt, table.caseId),
  ],
)

/**
 * How many cases a scope lists, by place and measure: counted by triggers from the view `listing_measure`, which says what
 * is counted (migrations/0009). So a head's figures read as many rows with 100,000 cases as with ten.
 */
export const listingCount = sqliteTable(
  'listing_count',
  {
    scope: text().$type<ListScope>().notNull(),
    /** Empty for the places right below; a town, for the units in it. */
    under: text().notNull(),
    measure: text().notNull(),
    /** What the measure is counted by: a day as a number, a colour, a mark. */
    value: integer().notNull(),
    place: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.under, table.measure, table.value, table.place] })],
)

/** Who read which case when (docs/adr/0009). Triggers keep it append-only (migrations/0001); WITHOUT ROWID. */
export const readLog = sqliteTable(
  'read_log',
  {
    caseId: text().notNull(),
    /** Sorts by time: the instant in 15 digits, then random characters. */
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
 * Unknown codes entered within one time window, counted by address, by a network's share of the total, in total, and by
 * the case number that a guess named.
 */
export const guessMark = markTable('guess_mark', 'failures')
