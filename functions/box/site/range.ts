/** Ranges of static files (RFC 9110, 14). */

/** Bytes of a file, the last not included. */
export interface Range {
  from: number
  to: number
}

/**
 * @param header value of `Range`, at most one range
 * @returns undefined if the whole file is wanted or the header is not understood; null if the range is outside
 */
export const rangeOf = (header: string | undefined, size: number): Range | null | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return from < to ? { from, to } : null
}
