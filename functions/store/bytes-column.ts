import { customType } from 'drizzle-orm/sqlite-core'
import { type Blob, toBytes } from './bytes.ts'

/** A BLOB column, read and written as bytes; used for sealed content. */
export const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Blob }>({
  dataType: () => 'blob',
  toDriver: (value) => value,
  fromDriver: toBytes,
})
