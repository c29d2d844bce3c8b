import { deskPages } from './site.ts'

/** Paths of the desk's cases; what its head offers stands in routes.ts. */
export const deskPaths = {
  today: deskPages.today.path,
  cases: deskPages.cases.path,
  find: deskPages.find.path,
  register: deskPages.register.path,
  handbook: deskPages.handbook.path,
  registered: '/desk/registered',
  checklist: '/desk/checklist',
  digest: '/desk/digest',
  week: '/desk/week',
} as const

/** A case at the desk. Its number opens nothing by itself. */
export const deskCase = (number: string): string => `/desk/cases/${number}`

/** The form of a move. */
export const deskMove = (number: string, kind: string): string => `${deskCase(number)}/${kind}`

/** The written hand-over to a body outside, on paper. */
export const deskHandOver = (number: string): string => `${deskCase(number)}/hand-over`

/** The report of one case, on paper. */
export const deskReport = (number: string): string => `${deskCase(number)}/report`
