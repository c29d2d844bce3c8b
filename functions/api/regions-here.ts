/** Stands in the built document where the ids of the county's areas go. */
export const regionsHere = '@regions'
