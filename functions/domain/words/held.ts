/** What the holder of a code asks for that waits before it takes effect. The list may grow. */
export const heldIds = ['withdraw', 'erase'] as const

export type Held = (typeof heldIds)[number]

/** The event by which each is asked for. */
export const helds = {
  erase: { asked: 'erasure-asked' },
  withdraw: { asked: 'withdrawal-asked' },
} as const satisfies Record<Held, { asked: string }>
