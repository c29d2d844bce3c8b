/** Codes of Node and SQLite for a disk without room, or a quota that is used up. */
const codes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/** @param code as `storageCode` gives it */
export const isFull = (code: string): boolean => codes.has(code)
