/** Paths of the desk's cases. The way in and the accounts stand in routes.ts. */
export const deskPaths = {
  today: '/desk/',
  cases: '/desk/cases/',
  find: '/desk/find',
  register: '/desk/register',
  registered: '/desk/registered',
  digest: '/desk/digest',
  week: '/desk/week',
  handbook: '/desk/handbook',
} as const

/** A case at the desk. Its number opens nothing by itself. */
export const deskCase = (number: string): string => `/desk/cases/${number}`

/** The form of a move. */
export const deskMove = (number: string, kind: string): string => `${deskCase(number)}/${kind}`

/** The report of one case, on paper. */
export const deskReport = (number: string): string => `${deskCase(number)}/report`
