/** What staff say in person of the words of a published answer; each must be true. */
export const publicationChecks = {
  names: { name: '没有姓名、电话、车牌、门牌、准确的日子，熟人也认不出是谁' },
  people: { name: '不评论哪一个人，不说谁的病、谁家的孩子' },
  true: { name: '和答复的意思一样，没有添新的话' },
} as const

export const publicationCheckIds = Object.keys(publicationChecks) as (keyof typeof publicationChecks)[]
