/** Why a matter came again, failed or grew large, as a review finds it (以案促改). It names matters, never people. */
export const reviewCauses = {
  rule: { name: '规定不清，或者没有规定' },
  unknown: { name: '规定有，群众不知道' },
  notDone: { name: '规定有，没有照做' },
  late: { name: '发现晚了、办得慢了' },
  facts: { name: '事实没有查清' },
  interests: { name: '利益没有摆平' },
  unkept: { name: '答应的没有做到' },
  other: { name: '别的' },
} as const

export type ReviewCause = keyof typeof reviewCauses

export const reviewCauseIds = Object.keys(reviewCauses) as ReviewCause[]
