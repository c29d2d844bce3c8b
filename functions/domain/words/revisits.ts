/** How a revisit (回访) found what was agreed. */
export const revisits = {
  kept: { name: '都照做了' },
  partly: { name: '做了一部分' },
  not: { name: '没有照做' },
  unreached: { name: '没有联系上' },
} as const

export type RevisitFound = keyof typeof revisits

export const revisitIds = Object.keys(revisits) as RevisitFound[]
