/** A value of the store that only the adapter of the sign-in library reads. */
export interface Opaque {
  readonly [member: string]: unknown
}

/** The access of the sign-in library (better-auth) to its rows. */
export interface AuthTables {
  /**
   * Builds the library's adapter over the store's database and tables.
   * @param build receives the database, and the tables by the library's names of its models
   */
  authAdapter<Adapter>(build: (database: Opaque, tables: Record<string, Opaque>) => Adapter): Adapter
}
