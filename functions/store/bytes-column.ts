import { customType } from 'drizzle-orm/sqlite-core'
import { type Blob, toBytes } from './bytes.ts'

/** A column of bytes: what was sealed. */
export const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Blob }>({
  dataType: () => 'blob',
  toDriver: (value) => value,
  fromDriver: toBytes,
})
