/** Placeholder in the built document for the ids of the county's areas. */
export const regionsHere = '@regions'
