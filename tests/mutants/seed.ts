import fc from 'fast-check'

/** The same random cases in each run, so that the verdict on a mutant is stable. */
fc.configureGlobal({ seed: 1 })
