/**
 * What staff enter of a petition that also stands in the state's information system (国家信访信息系统; 信访工作条例 21):
 * whether it came for the first time, and how it came there.
 */
export const petitionTimes = {
  first: { name: '初信初访（第一次）' },
  repeat: { name: '重复（同一件事又来）' },
} as const

export type PetitionTimes = keyof typeof petitionTimes

export const petitionSources = {
  letter: { name: '来信' },
  visit: { name: '来访' },
  online: { name: '网上' },
  phone: { name: '来电' },
  passed: { name: '别的机关转来、交办' },
} as const

export type PetitionSource = keyof typeof petitionSources
