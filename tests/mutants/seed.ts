import fc from 'fast-check'

/** The same cases each time, so that a mutant lives or dies for good. */
fc.configureGlobal({ seed: 1 })
