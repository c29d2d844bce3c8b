/** A sealed word as text; anything else is nothing. */
export const line = (value: unknown): string => (typeof value === 'string' ? value : '')
