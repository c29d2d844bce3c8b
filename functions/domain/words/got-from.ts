/** Where the desk has the name and the number of a person of the other side from. The list may grow. */
export const gotFromIds = ['complainant', 'village', 'themselves'] as const

export type GotFrom = (typeof gotFromIds)[number]

/** For staff, who choose; and for the person, who is told (个人信息保护法 17). */
export const gotFroms: Record<GotFrom, { name: string; told: string }> = {
  complainant: { name: '申请人说的', told: '申请的人说的' },
  village: { name: '村里、社区里本来就有', told: '村里（社区）留的' },
  themselves: { name: '本人自己说的', told: '您自己说的' },
}
