/** The four levels (层级), lowest first; a case is escalated along this list. */
export const levelIds = ['grid', 'village', 'town', 'county'] as const

export type Level = (typeof levelIds)[number]

export const levels: Record<Level, { name: string }> = {
  grid: { name: '网格' },
  village: { name: '村（社区）' },
  town: { name: '乡镇（街道）' },
  county: { name: '县（区）' },
}

/** The rank of a level: 0 for a grid, 3 for the county. */
export const rank = (level: Level): number => levelIds.indexOf(level)

/** The higher of two levels. */
export const higher = (a: Level, b: Level): Level => (rank(a) >= rank(b) ? a : b)
