import type { FilingField } from './fields.ts'

/** The fields in the order of each page. */

/** The fields in the order of the residents' form; `safeContact` appears below `danger`. */
export const formOrder = [
  ...(['danger', 'contact', 'about', 'track', 'category', 'region'] as const),
  ...(['narrative', 'request', 'otherParty', 'title'] as const),
  ...(['onBehalfOf', 'name', 'phone', 'notify', 'address', 'anonymous', 'consent'] as const),
] satisfies FilingField[]

/** The fields in the order of the form for staff. */
export const registerOrder = [
  ...(['danger', 'contact', 'track', 'category', 'region', 'narrative', 'request', 'otherParty'] as const),
  ...(['about', 'name', 'phone', 'notify', 'address', 'anonymous', 'consent'] as const),
] satisfies FilingField[]

/** The fields in the order of the check page: the case, then the person. */
export const checkOrder = {
  matter: ['track', 'category', 'region', 'narrative', 'request', 'otherParty', 'title', 'about'],
  person: ['onBehalfOf', 'anonymous', 'name', 'phone', 'notify', 'address', 'danger', 'contact'],
} as const satisfies Record<string, FilingField[]>
