/**
 * Headings of a page that skip a level (WCAG 1.3.1, technique H42), or a page without exactly one h1.
 * A page may start with an h2 above its title: help in danger, the list of errors.
 */
export const headingFaults = (html: string): string[] => {
  const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))
  const titles = levels.filter((level) => level === 1).length
  return [
    ...(titles === 1 ? [] : [`${titles} h1`]),
    ...((levels[0] ?? 1) > 2 ? [`begins with h${levels[0]}`] : []),
    ...levels.flatMap((level, at) => {
      const before = levels[at - 1] ?? level
      return level > before + 1 ? [`h${before} → h${level}`] : []
    }),
  ]
}
