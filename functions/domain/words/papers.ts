/** Papers by which staff make sure who stands in front of them. The list may grow. */
export const papers = {
  'id-card': { name: '居民身份证' },
  household: { name: '户口本' },
  'social-card': { name: '社会保障卡' },
  passport: { name: '护照' },
} as const

export type Paper = keyof typeof papers

export const paperIds = Object.keys(papers) as Paper[]
