/** A thing of the store that only the adapter of the sign-in's library looks inside. */
export interface Opaque {
  readonly [member: string]: unknown
}

/** How the library of the sign-in gets at its rows. */
export interface LibraryStore {
  /**
   * Builds the library's adapter over the store's database and its tables.
   * @param build gets the database, and the tables by the library's names of its models
   */
  libraryAdapter<Adapter>(build: (database: Opaque, tables: Record<string, Opaque>) => Adapter): Adapter
}
