import { inject, vi } from 'vitest'

/**
 * Set-up of the unit and worker suites: one clock for the application, its libraries and the tests. It stands still
 * until a test moves it. The machine's date is never seen.
 */
vi.setSystemTime(inject('startAt'))

declare module 'vitest' {
  export interface ProvidedContext {
    /** RFC 3339; tests/support/day.ts. */
    startAt: string
  }
}
