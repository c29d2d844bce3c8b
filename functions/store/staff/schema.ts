import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LogKind } from '#domain/staff/desk-log.ts'
import type { Role } from '#domain/staff/staff.ts'
import { markTable } from '#store/mark-table.ts'

/**
 * Tables of the staff sign-in. Keys of a table are better-auth's field names (its adapter reads them by key); column
 * names come from `casing: 'snake_case'`. Dates must be `timestamp_ms`, because the adapter passes and expects `Date`.
 * There are no foreign keys and no cascade, as everywhere in this store.
 */

const instant = () => integer({ mode: 'timestamp_ms' })
const flag = () => integer({ mode: 'boolean' })

export const staffUser = sqliteTable(
  'staff_user',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** A placeholder (`<username>@staff.invalid`): the library requires an address; nothing is ever sent to it. */
    email: text().notNull().unique('staff_user_email'),
    emailVerified: flag().notNull().default(false),
    image: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    username: text().notNull().unique('staff_user_username'),
    twoFactorEnabled: flag().default(false),
    /** From here on our own columns: the person's unit (content/regions.yaml) and role. */
    unit: text().notNull(),
    role: text().$type<Role>().notNull(),
    /** The name parties see (人民调解法 19: they may choose their mediator); null: not published. */
    publishedName: text(),
    /** Set when the account was deactivated. */
    deactivatedAt: instant(),
  },
  (table) => [index('staff_user_unit').on(table.unit, table.username)],
)

export const staffSession = sqliteTable(
  'staff_session',
  {
    id: text().primaryKey(),
    expiresAt: instant().notNull(),
    token: text().notNull().unique('staff_session_token'),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    userId: text().notNull(),
  },
  (table) => [index('staff_session_user').on(table.userId)],
)

export const staffAccount = sqliteTable(
  'staff_account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    /** An scrypt hash, see scrypt.ts. */
    password: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index('staff_account_user').on(table.userId)],
)

export const staffVerification = sqliteTable(
  'staff_verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    index('staff_verification_expiry').on(table.expiresAt),
    index('staff_verification_identifier').on(table.identifier),
    // The value of a challenge is the person's id: changing a password deletes their challenges by it.
    index('staff_verification_value').on(table.value),
  ],
)

export const staffTwoFactor = sqliteTable(
  'staff_two_factor',
  {
    id: text().primaryKey(),
    /** Encrypted by the library with the staff secret. */
    secret: text().notNull(),
    /** Keyed hashes of the unused paper codes, in JSON. */
    backupCodes: text().notNull(),
    userId: text().notNull(),
    verified: flag().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: instant(),
  },
  (table) => [index('staff_two_factor_user').on(table.userId)],
)

/** Our own table: a link that lets one person set a password once. */
export const staffInvite = sqliteTable(
  'staff_invite',
  {
    tokenHash: text().primaryKey(),
    userId: text().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [index('staff_invite_user').on(table.userId)],
)

/**
 * Our own table: who signed in, who searched, what was done to accounts (docs/adr/0015-desk-log.md). Append-only: the
 * migration makes it WITHOUT ROWID and adds the triggers.
 */
export const deskLog = sqliteTable(
  'desk_log',
  {
    /** The person whose account it is about; empty for a sign-in with an unknown name. */
    subject: text().notNull(),
    /** Sorts by time: see `logId`. */
    id: text().notNull(),
    /** A person's id, `console`, or empty before sign-in. */
    actor: text().notNull(),
    /** Unit of the actor at that moment; `place` is the unit of the subject. */
    unit: text().notNull(),
    place: text().notNull(),
    kind: text().$type<LogKind>().notNull(),
    /** The case it is about, if any. */
    caseId: text(),
    /** Keyed fingerprint of what was typed: a name, a phone, a case number. */
    mark: text(),
    /** Plain facts in JSON: unit and role before and after, the way of signing in. */
    data: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.id] }),
    index('desk_log_time').on(table.id, table.place),
  ],
)

/** Our own table: requests of one admin to remove a second factor, to which another has not yet agreed. */
export const staffFactorRequest = sqliteTable('staff_factor_request', {
  userId: text().primaryKey(),
  askedBy: text().notNull(),
  askedAt: integer().notNull(),
  expiresAt: integer().notNull(),
})

/** Our own table: filters of the ledger that a person named, to find them again. It goes with the account. */
export const staffView = sqliteTable(
  'staff_view',
  {
    staff: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    /** The query of the ledger's address: choices and days, nothing that somebody typed. */
    query: text().notNull(),
    /** True if the colleagues of their unit see it too. */
    shared: flag().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staff, table.id] })],
)

/** Our own table: wrong passwords by name and address, and used one-time codes; isolates cannot keep them. */
export const staffMark = markTable('staff_mark', 'count')
