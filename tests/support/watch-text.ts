/** Reports the longest text that costly functions received: a counting stub, which does not depend on the machine. */

const methods = ['normalize', 'match', 'matchAll', 'split', 'replace', 'replaceAll'] as const

/** Work that frameworks do once per character: escaping output, decoding `%` and `+` in a query. */
const linear = new Set(['[&<>\'"]', '[&<>"]', '\\+', '[%+]', '(?:^|&)[^=&]*[%+]'])

/** A run of characters that only the text under test contains. */
export const mark = 'q'.repeat(60)

export interface Seen {
  longest: number
  by: string
}

/**
 * Runs `work` and watches normalising, splitting and matching of texts that contain `mark`.
 * @returns the result of `work`, the length of the longest such text in code units, and the functions that received it
 */
export const watchText = async <T>(work: () => Promise<T> | T): Promise<{ result: T; seen: Seen }> => {
  const seen: Seen = { longest: 0, by: '' }
  const note = (text: unknown, by: string, pattern?: unknown) => {
    if (pattern instanceof RegExp && linear.has(pattern.source)) return
    if (typeof text === 'string' && text.length > seen.longest && text.includes(mark)) {
      seen.longest = text.length
      seen.by = by
    }
  }
  const kept: (() => void)[] = []
  const wrap = (owner: object, name: string, look: (self: unknown, first: unknown) => void) => {
    const made = Object.getOwnPropertyDescriptor(owner, name)
    const original = made?.value as (...args: unknown[]) => unknown
    Object.defineProperty(owner, name, {
      ...made,
      value(this: unknown, ...args: unknown[]) {
        look(this, args[0])
        return original.apply(this, args)
      },
    })
    kept.push(() => Object.defineProperty(owner, name, made as PropertyDescriptor))
  }
  for (const name of methods) wrap(String.prototype, name, (self, first) => note(self, name, first))
  for (const name of ['exec', 'test'])
    wrap(RegExp.prototype, name, (self, first) => note(first, `${name} of ${String(self)}`, self))
  try {
    return { result: await work(), seen }
  } finally {
    for (const restore of kept) restore()
  }
}
