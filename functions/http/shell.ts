/**
 * A page frame that the site build wrote, cut once at its slots when the module loads, so that a missing slot stops
 * the Worker before it serves a broken page (rules.md R41).
 */

const cut = (text: string, slot: string): [string, string] => {
  const parts = text.split(slot)
  if (parts.length !== 2) throw new Error(`shell: slot "${slot}" stands ${parts.length - 1} times, not once`)
  return parts as [string, string]
}

/**
 * Cuts `shell` at `slots`, named in the order they stand there.
 * @returns a function that gives the whole page from one text a slot
 */
export const cutShell = (shell: string, slots: readonly string[]): ((values: string[]) => string) => {
  const pieces: string[] = []
  let rest = shell
  for (const slot of slots) {
    const [before, after] = cut(rest, slot)
    pieces.push(before)
    rest = after
  }
  return (values) => `${pieces.map((piece, index) => piece + values[index]).join('')}${rest}`
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Plain text as HTML. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] as string)
