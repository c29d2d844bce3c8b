/** Kinds of unit (单位), and the powers of each kind. */
export const unitKindIds = [
  'people-mediation-committee',
  'professional-committee',
  'government-office',
  'petition-office',
  'centre',
  'grid',
] as const

export type UnitKind = (typeof unitKindIds)[number]

interface Powers {
  /** Makes mediation agreements: committees only (人民调解法 8, 28–34). */
  makesAgreements: boolean
  /**
   * Receives and answers petitions: offices from the town up (信访工作条例 22, 23), and a centre that decides one itself;
   * each owes the same periods (34, 35).
   */
  takesPetitions: boolean
  /** Accepts cases and ends them; a grid only registers cases and helps. */
  decides: boolean
}

export const unitKinds: Record<UnitKind, { name: string } & Powers> = {
  'people-mediation-committee': {
    name: '人民调解委员会',
    makesAgreements: true,
    takesPetitions: false,
    decides: true,
  },
  'professional-committee': {
    name: '行业性专业性人民调解委员会',
    makesAgreements: true,
    takesPetitions: false,
    decides: true,
  },
  'government-office': { name: '政府部门', makesAgreements: false, takesPetitions: true, decides: true },
  'petition-office': { name: '信访部门', makesAgreements: false, takesPetitions: true, decides: true },
  centre: { name: '综治（矛调）中心', makesAgreements: false, takesPetitions: true, decides: true },
  grid: { name: '网格', makesAgreements: false, takesPetitions: false, decides: false },
}

/** The kinds of unit that have a power. */
export const kindsThat = (may: keyof Powers): UnitKind[] => unitKindIds.filter((id) => unitKinds[id][may])
