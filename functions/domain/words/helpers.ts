/** Who fills a form in for an adult who cannot, or would rather not. The adult confirms it and alone gets the code. */
export const helpers = {
  family: { name: '家里人替填' },
  neighbour: { name: '邻居、朋友替填' },
  village: { name: '村里（社区）的人替填' },
  other: { name: '别的人替填' },
} as const

export type Helper = keyof typeof helpers

export const helperIds = Object.keys(helpers) as Helper[]
