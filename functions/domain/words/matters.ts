/**
 * Kind of a case on the complaint track, decided at acceptance; it determines the clock. `petition`: 信访工作条例
 * 31(6); `review` (复查) and `recheck` (复核): 信访工作条例 35 and 36; `consumer-mediation`: 消保法实施条例 46, if both sides agree; `other`: anything else.
 */
export const matterIds = ['petition', 'review', 'recheck', 'consumer-mediation', 'other'] as const

export type Matter = (typeof matterIds)[number]

export const matters: Record<Matter, { name: string }> = {
  petition: { name: '申诉求决，要出具处理意见书（信访工作条例 31 条第六项）' },
  review: { name: '复查：不服处理意见（信访工作条例 35 条）' },
  recheck: { name: '复核：不服上一级的复查意见（信访工作条例 36 条）' },
  'consumer-mediation': { name: '消费投诉，双方都同意调解（消保法实施条例 46 条）' },
  other: { name: '其他投诉' },
}
