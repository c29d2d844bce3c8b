/** Outside bodies that a case can be referred to (诉调、公调、访调对接). */
export const outsideIds = [
  ...(['court', 'police', 'petition', 'petition-above', 'discipline'] as const),
  ...(['arbitration', 'authority', 'legal-aid'] as const),
] as const

/** The petition office above the county's own. No number of it is known here: 12345 stands beside it. */
export const cityPetitionOffice = '市信访局'

export type OutsideKind = (typeof outsideIds)[number]

export const outsides: Record<OutsideKind, { name: string }> = {
  court: { name: '人民法院（诉调对接）' },
  police: { name: '公安机关（公调对接）' },
  petition: { name: '信访部门（访调对接）' },
  'petition-above': { name: `上级信访部门（${cityPetitionOffice}）` },
  discipline: { name: '纪检监察机关' },
  arbitration: { name: '仲裁机构' },
  authority: { name: '主管部门' },
  'legal-aid': { name: '法律援助中心' },
}
