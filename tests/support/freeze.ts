import { inject, vi } from 'vitest'

/**
 * Setup of the unit and worker suites: one clock for the application, its libraries and the tests. It is frozen
 * until a test moves it. The machine's date is never read.
 */
vi.setSystemTime(inject('startAt'))

declare module 'vitest' {
  export interface ProvidedContext {
    /** RFC 3339; tests/support/day.ts. */
    startAt: string
  }
}
