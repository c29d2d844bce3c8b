/** What an expert of the county can be asked about. */
export const expertFields = {
  legal: { name: '法律咨询', purpose: '这件事法律怎么说、走哪条路、要留什么证据' },
  psychological: { name: '心理疏导', purpose: '睡不着、放不下、吵得心里难受，找人说一说' },
  medical: { name: '医疗咨询', purpose: '病历怎么看、伤怎么鉴定，医疗上的事问明白' },
} as const
export type ExpertField = keyof typeof expertFields

export const expertFieldIds = Object.keys(expertFields) as ExpertField[]
