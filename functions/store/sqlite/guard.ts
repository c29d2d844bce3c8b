import { constants, type DatabaseSync } from 'node:sqlite'

/** What a statement of the app may do, asked while SQLite prepares it (sqlite.org/c3ref/set_authorizer.html). */

const {
  SQLITE_DENY,
  SQLITE_OK,
  SQLITE_ATTACH,
  SQLITE_CREATE_TEMP_INDEX,
  SQLITE_CREATE_TEMP_TABLE,
  SQLITE_CREATE_TEMP_TRIGGER,
  SQLITE_CREATE_TEMP_VIEW,
  SQLITE_DETACH,
  SQLITE_FUNCTION,
  SQLITE_PRAGMA,
  SQLITE_READ,
  SQLITE_RECURSIVE,
  SQLITE_SAVEPOINT,
  SQLITE_SELECT,
  SQLITE_TRANSACTION,
} = constants

/** Those of D1 (workerd's sqlite.c++); the others could change what is durable, or how the file is read. */
const pragmas = new Set([
  ...['data_version', 'table_list', 'table_info', 'table_xinfo', 'index_list', 'index_info', 'index_xinfo'],
  ...['foreign_key_list', 'foreign_key_check', 'quick_check', 'optimize', 'defer_foreign_keys'],
])
/** Never by the app: a transaction would swallow what other requests write, and there is one file. */
const never = new Set([
  ...[SQLITE_TRANSACTION, SQLITE_SAVEPOINT, SQLITE_ATTACH, SQLITE_DETACH],
  ...[
    SQLITE_CREATE_TEMP_INDEX,
    SQLITE_CREATE_TEMP_TABLE,
    SQLITE_CREATE_TEMP_TRIGGER,
    SQLITE_CREATE_TEMP_VIEW,
  ],
])
/** Functions that tell what SQLite was built of: D1 refuses them. */
const isForbidden = (name: string): boolean => name.startsWith('sqlite_')
const reading = new Set([SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE])
const readingPragmas = new Set([...pragmas].filter((name) => !/^(optimize|defer_)/.test(name)))

export interface Guard {
  /**
   * Runs `prepare` under the guard.
   * @returns what it returned, and whether the prepared statement can write
   */
  watch<T>(prepare: () => T): { value: T; writes: boolean }
}

/** Sets the guard on a connection. Statements that are prepared outside `watch` are free. */
export const guardOf = (database: DatabaseSync): Guard => {
  let watched = false
  let writes = false
  // Set once: setting it makes SQLite prepare every statement again.
  database.setAuthorizer((action, name, detail) => {
    if (!watched) return SQLITE_OK
    if (never.has(action)) return SQLITE_DENY
    if (action === SQLITE_FUNCTION && isForbidden(detail ?? '')) return SQLITE_DENY
    if (action === SQLITE_PRAGMA) {
      if (!pragmas.has(name ?? '')) return SQLITE_DENY
      writes ||= !readingPragmas.has(name ?? '')
    } else writes ||= !reading.has(action)
    return SQLITE_OK
  })
  return {
    watch(prepare) {
      watched = true
      writes = false
      try {
        const value = prepare()
        return { value, writes }
      } finally {
        watched = false
      }
    },
  }
}
