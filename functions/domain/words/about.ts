/** Whether the case is about staff who would handle it. Decides where it starts and who must not see it. */
export const aboutIds = [
  'none',
  'grid-worker',
  'village-cadre',
  'town-staff',
  'county-staff',
  'unknown',
] as const

export type About = (typeof aboutIds)[number]

/**
 * What an API call means that does not say whom the case is about. Village affairs are handled by the village's own
 * officials, so such a case must not start with them.
 */
export const aboutWhenAbsent = (category: unknown): About =>
  category === 'village-affairs' ? 'village-cadre' : 'none'

export const abouts: Record<About, { name: string }> = {
  none: { name: '不是' },
  'grid-worker': { name: '是，说的是网格员' },
  'village-cadre': { name: '是，说的是村（社区）干部' },
  'town-staff': { name: '是，说的是乡镇（街道）的人' },
  'county-staff': { name: '是，说的是县里的人' },
  unknown: { name: '可能是，我说不准' },
}
