/** What somebody can ask for with the number on a letter. The list may grow. */
export const letterWayIds = ['call', 'window'] as const
export type LetterWay = (typeof letterWayIds)[number]

/** As a person reads it in the form, and as staff read it. */
export const letterWays: Record<LetterWay, { name: string; asked: string }> = {
  call: { name: '请给我打电话', asked: '请打电话' },
  window: { name: '我带着信去窗口谈', asked: '要带着信来窗口' },
}
