/** Names in a database: how they are written in SQL, and which of them are the product's. */

/** A name as an identifier of SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Condition on `sqlite_master`: without what SQLite and D1 keep for themselves. */
export const isOwnName = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'"
