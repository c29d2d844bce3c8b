import type { DatabaseSync } from 'node:sqlite'

/**
 * Names of the files that belong to cases. The bucket needs no listing: an object without a row belongs to nobody, and
 * uploads that were not finished are not moved.
 */
export const objectNames = (database: DatabaseSync): string[] =>
  database
    .prepare("SELECT id FROM case_file WHERE case_id <> '' ORDER BY id")
    .all()
    .map(({ id }) => String(id))

/** Lines that fetch or store each file with wrangler, for a shell. */
export const wranglerLines = (verb: 'get' | 'put', names: string[], bucket: string): string[] =>
  names.map((name) => `npx wrangler r2 object ${verb} ${bucket}/${name} --file files/${name} --remote`)
