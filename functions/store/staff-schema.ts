import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '../domain/staff.ts'

/**
 * Tables of the staff sign-in. Keys of a table are better-auth's field names (its adapter reads them by key), column
 * names come from `casing: 'snake_case'`. Dates must be `timestamp_ms`: the adapter hands in and takes back `Date`.
 * No foreign keys and no cascade, as everywhere in this store.
 */

const instant = () => integer({ mode: 'timestamp_ms' })
const flag = () => integer({ mode: 'boolean' })

export const staffUser = sqliteTable(
  'staff_user',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Made up (`<username>@staff.invalid`): the library insists on one, nothing is ever sent there. */
    email: text().notNull().unique('staff_user_email'),
    emailVerified: flag().notNull().default(false),
    image: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    username: text().notNull().unique('staff_user_username'),
    twoFactorEnabled: flag().default(false),
    /** Ours from here on: where a person works (content/regions.yaml) and as what. */
    unit: text().notNull(),
    role: text().$type<Role>().notNull(),
    /** The name parties see (人民调解法 19: they may choose their mediator); null: not published. */
    publishedName: text(),
    /** Set once a person no longer works here. */
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
    /** scrypt, see scrypt.ts. */
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
  (table) => [index('staff_verification_identifier').on(table.identifier)],
)

export const staffTwoFactor = sqliteTable(
  'staff_two_factor',
  {
    id: text().primaryKey(),
    /** Sealed by the library with the staff secret. */
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: text().notNull(),
    verified: flag().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: instant(),
  },
  (table) => [index('staff_two_factor_user').on(table.userId)],
)

/** Ours: a link that lets one person set a password once. */
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

/** Ours: what was done to an account, by whom. Only ever added to. */
export const staffLog = sqliteTable(
  'staff_log',
  {
    id: text().primaryKey(),
    at: integer().notNull(),
    /** A person's id, or `console`. */
    actor: text().notNull(),
    userId: text().notNull(),
    kind: text().notNull(),
    /** Plain facts in JSON: unit and role before and after, how many cases were handed over. */
    data: text().notNull(),
  },
  (table) => [index('staff_log_user').on(table.userId, table.at)],
)

/** Ours: wrong passwords by name and by address, and one-time codes that were used. Survives isolates. */
export const staffMark = sqliteTable(
  'staff_mark',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (table) => [index('staff_mark_expiry').on(table.expiresAt)],
)
