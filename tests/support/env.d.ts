declare module 'cloudflare:test' {
  import type { D1Database, R2Bucket } from '@cloudflare/workers-types'

  export const env: {
    DB: D1Database
    FILES: R2Bucket
    TEST_MIGRATIONS: { name: string; queries: string[] }[]
  }
  export function applyD1Migrations(
    db: D1Database,
    migrations: { name: string; queries: string[] }[],
  ): Promise<void>
}
