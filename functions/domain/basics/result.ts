/**
 * An expected outcome as a value: use-cases return it, and only routes turn it into an HTTP status (rules.md
 * R51).
 */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

/** A successful result. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** A failed result. */
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error })
