/** Errors of node:sqlite in D1's words, which the store reads (functions/store/errors.ts). */

/** Names of primary result codes (sqlite.org/rescode.html). */
const primary: Record<number, string> = {
  1: 'ERROR',
  3: 'PERM',
  4: 'ABORT',
  5: 'BUSY',
  6: 'LOCKED',
  7: 'NOMEM',
  8: 'READONLY',
  9: 'INTERRUPT',
  10: 'IOERR',
  11: 'CORRUPT',
  13: 'FULL',
  14: 'CANTOPEN',
  17: 'SCHEMA',
  18: 'TOOBIG',
  19: 'CONSTRAINT',
  20: 'MISMATCH',
  21: 'MISUSE',
  23: 'AUTH',
  25: 'RANGE',
  26: 'NOTADB',
}

/** The second byte of an extended result code, of the primary codes where it tells something. */
const extended: Record<number, Record<number, string>> = {
  5: { 1: 'RECOVERY', 2: 'SNAPSHOT', 3: 'TIMEOUT' },
  10: { 1: 'READ', 2: 'SHORT_READ', 3: 'WRITE', 4: 'FSYNC', 5: 'DIR_FSYNC', 6: 'TRUNCATE', 12: 'NOMEM' },
  19: {
    1: 'CHECK',
    2: 'COMMITHOOK',
    3: 'FOREIGNKEY',
    4: 'FUNCTION',
    5: 'NOTNULL',
    6: 'PRIMARYKEY',
    7: 'TRIGGER',
    8: 'UNIQUE',
    9: 'VTAB',
    10: 'ROWID',
    11: 'PINNED',
    12: 'DATATYPE',
  },
}

/** `SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)`, as workerd writes a result code. */
const codeText = (code: number): string => {
  const name = `SQLITE_${primary[code & 0xff] ?? code & 0xff}`
  const second = code >> 8
  if (second === 0) return name
  const detail = extended[code & 0xff]?.[second] ?? second
  return `${name} (extended: ${name}_${detail})`
}

/** The result code of an error of node:sqlite, or of one that `asD1` made of it; undefined if it is another error. */
export const codeOf = (error: unknown): number | undefined => {
  const { errcode, cause } = (error ?? {}) as { errcode?: unknown; cause?: unknown }
  if (typeof errcode === 'number') return errcode
  return cause === undefined ? undefined : codeOf(cause)
}

/** A refusal or an error as D1 throws it: the prefix on the error, the plain text on its cause. */
export const d1Error = (text: string, prefix = 'D1_ERROR', detail: object = {}): Error =>
  new Error(`${prefix}: ${text}`, { cause: Object.assign(new Error(text), detail) })

/** An error of node:sqlite as D1 throws it; every other error unchanged. */
export const asD1 = (error: unknown): unknown => {
  const { errcode, message } = error as { errcode?: number; message: string }
  return errcode === undefined ? error : d1Error(`${message}: ${codeText(errcode)}`, undefined, { errcode })
}

const primaryOf = (error: unknown): number => (codeOf(error) ?? 0) & 0xff

/** Another process has the lock. */
export const isBusy = (error: unknown): boolean => primaryOf(error) === 5
export const isConstraint = (error: unknown): boolean => primaryOf(error) === 19
/** The disk is full or fails (SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_FULL): a person has to act. */
export const isAlarm = (error: unknown): boolean => [10, 11, 13].includes(primaryOf(error))

/** What failed, for the log: `SQLITE_FULL`, `ENOSPC`. */
export const storageCode = (error: unknown): string => {
  const code = codeOf(error)
  return code === undefined ? String((error as { code?: unknown }).code ?? 'unknown') : codeText(code)
}

/** An error on its way to another thread, which loses what is not standard. */
export interface PackedError {
  message: string
  errcode?: number
  cause?: PackedError
}

export const packError = (error: unknown): PackedError => {
  const { message, errcode, cause } = error as Error & { errcode?: number }
  return {
    message,
    ...(errcode !== undefined && { errcode }),
    ...(cause !== undefined && { cause: packError(cause) }),
  }
}

export const unpackError = ({ message, errcode, cause }: PackedError): Error =>
  Object.assign(
    new Error(message, cause && { cause: unpackError(cause) }),
    errcode !== undefined && { errcode },
  )
