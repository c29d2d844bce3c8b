/** The words of a rating (评价): what the holder of a code says of the result, and of how they were treated. */

export const ratingResultIds = ['solved', 'partly', 'not'] as const

export type RatingResult = (typeof ratingResultIds)[number]

export const ratingResults: Record<RatingResult, { name: string }> = {
  solved: { name: '解决了' },
  partly: { name: '解决了一部分' },
  not: { name: '没有解决' },
}

/** How the holder was treated, best first. */
export const treatedGrades = [
  { grade: 5, name: '很好' },
  { grade: 4, name: '好' },
  { grade: 3, name: '一般' },
  { grade: 2, name: '不好' },
  { grade: 1, name: '很不好' },
] as const

/** The two times a holder is asked: when the case has ended, and 30 days later. */
export const ratingPeriodIds = ['end', 'later'] as const

export type RatingPeriod = (typeof ratingPeriodIds)[number]

export const ratingPeriods: Record<RatingPeriod, { name: string }> = {
  end: { name: '有结果的时候' },
  later: { name: '三十天以后' },
}

/** What a rating asks a unit to do: a look one level up after a low one, a call by the county after a random one. */
export const ratingTaskKinds = ['look', 'call'] as const

export type RatingTaskKind = (typeof ratingTaskKinds)[number]

/** True if the text names a kind of task. */
export const isRatingTaskKind = (text: string): text is RatingTaskKind =>
  ratingTaskKinds.some((kind) => kind === text)
