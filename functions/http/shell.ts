/**
 * A page shell that the site build wrote, split at its slots when the module loads, so that a missing slot stops the
 * Worker before it serves a broken page (rules.md R41).
 */

const cut = (text: string, slot: string): [string, string] => {
  const parts = text.split(slot)
  if (parts.length !== 2)
    throw new Error(`shell: slot "${slot}" occurs ${parts.length - 1} times, expected once`)
  return parts as [string, string]
}

/**
 * Splits `shell` at `slots`, given in the order of the shell. Throws if a slot does not occur exactly once.
 * @returns a function that makes the whole page from one text per slot
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

/** Escapes plain text for HTML. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] as string)
