import { describe, it } from 'vitest'

/**
 * Tests that need something which a machine or a platform may lack. Where it does, they are skipped, and their names,
 * which `npm test` lists, say why.
 * @param there whether it is there
 * @param what a noun: 'dpkg-deb'
 */
export const needing = (there: boolean, what: string) => {
  const named = (name: string): string => (there ? name : `${name} [needs ${what}]`)
  return {
    describe: (name: string, tests: () => void) => describe.runIf(there)(named(name), tests),
    it: (name: string, test: () => void | Promise<void>, timeout?: number) =>
      it.runIf(there)(named(name), test, timeout),
  }
}
