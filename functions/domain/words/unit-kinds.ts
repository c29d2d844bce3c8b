/** Kinds of unit (单位). Only mediation committees make mediation agreements (人民调解法 8, 28–34). */
export const unitKindIds = [
  'people-mediation-committee',
  'professional-committee',
  'government-office',
  'petition-office',
  'centre',
  'grid',
] as const

export type UnitKind = (typeof unitKindIds)[number]

export const unitKinds: Record<UnitKind, { name: string; makesAgreements: boolean }> = {
  'people-mediation-committee': { name: '人民调解委员会', makesAgreements: true },
  'professional-committee': { name: '行业性专业性人民调解委员会', makesAgreements: true },
  'government-office': { name: '政府部门', makesAgreements: false },
  'petition-office': { name: '信访部门', makesAgreements: false },
  centre: { name: '综治（矛调）中心', makesAgreements: false },
  grid: { name: '网格', makesAgreements: false },
}
