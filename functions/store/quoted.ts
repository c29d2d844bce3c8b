/** Words of the domain as a list in SQL, for statements that are prepared once. Never for what somebody wrote. */
export const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')
