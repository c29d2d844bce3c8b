/** The tasks that can wait at a desk. */
export const waitIds = [
  'contact',
  'new',
  'vacant',
  'back',
  'reported',
  'came',
  'replied',
  'wrote',
  'approve',
] as const

export type Waits = (typeof waitIds)[number]

export const waits: Record<Waits, { name: string }> = {
  contact: { name: '马上联系' },
  new: { name: '待受理' },
  vacant: { name: '等人接手' },
  back: { name: '退回来的' },
  reported: { name: '下级回话了' },
  came: { name: '刚转来' },
  replied: { name: '申请人回话了' },
  wrote: { name: '申请人来话了' },
  approve: { name: '等批准延期' },
}
