/** `_headers` and `_redirects` of the built site (developers.cloudflare.com/workers/static-assets). */

/** A rule of `_headers`: paths, and the headers of their answers. */
export interface HeaderRule {
  matches: RegExp
  headers: [name: string, value: string][]
}

export interface RedirectRule {
  matches: RegExp
  to: string
  status: number
}

/** A pattern with `*`, which stands for anything, as a regular expression with the group `splat`. */
const patternOf = (path: string): RegExp => {
  const parts = path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('(?<splat>.*)')}$`)
}

const linesOf = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))

/** @param text a path on a line of its own, below it indented lines `name: value` */
export const readHeaderRules = (text: string): HeaderRule[] => {
  const rules: HeaderRule[] = []
  for (const line of linesOf(text)) {
    if (!/^\s/.test(line)) rules.push({ matches: patternOf(line.trim()), headers: [] })
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name && value) rules.at(-1)?.headers.push([name.toLowerCase(), value])
  }
  return rules
}

/** @param text on each line a path, a target, which may contain `:splat`, and a status (302 without one) */
export const readRedirectRules = (text: string): RedirectRule[] =>
  linesOf(text).flatMap((line) => {
    const [from = '', to = '', status = '302'] = line.trim().split(/\s+/)
    return to === '' ? [] : [{ matches: patternOf(from), to, status: Number(status) }]
  })

/** The headers that the rules set on a path; a header that two rules set has both values. */
export const headersFor = (rules: HeaderRule[], path: string): Map<string, string> => {
  const found = new Map<string, string>()
  for (const { matches, headers } of rules)
    if (matches.test(path))
      for (const [name, value] of headers) {
        const before = found.get(name)
        found.set(name, before === undefined ? value : `${before}, ${value}`)
      }
  return found
}

/** Where a path is redirected to; undefined if no rule is about it. */
export const redirectFor = (
  rules: RedirectRule[],
  path: string,
): { to: string; status: number } | undefined => {
  for (const { matches, to, status } of rules) {
    const found = matches.exec(path)
    if (found) return { to: to.replace(':splat', found.groups?.['splat'] ?? ''), status }
  }
  return undefined
}
