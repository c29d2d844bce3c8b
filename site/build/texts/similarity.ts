/** How much two texts share, to find the same piece published under two names. */

/** Runs of `size` characters, without spaces and punctuation. */
const runs = (words: string, size: number): Set<string> => {
  const plain = words.replace(/[\s\p{P}\p{S}]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, plain.length - size + 1) }, (_, at) => plain.slice(at, at + size)),
  )
}

/**
 * Pairs that share more than the fraction `least` of the shorter text's runs of eight characters, most
 * similar first.
 * @param texts name and words of each
 */
export const similarPairs = (
  texts: { name: string; words: string }[],
  least: number,
): { a: string; b: string; share: number }[] => {
  const all = texts.map(({ name, words }) => ({ name, runs: runs(words, 8) }))
  return all
    .flatMap((a, index) =>
      all.slice(index + 1).map((b) => {
        const shared = [...a.runs].filter((run) => b.runs.has(run)).length
        return { a: a.name, b: b.name, share: shared / Math.max(1, Math.min(a.runs.size, b.runs.size)) }
      }),
    )
    .filter(({ share }) => share > least)
    .sort((x, y) => y.share - x.share)
}
