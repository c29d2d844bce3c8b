/** An expected outcome as a value: use-cases return it, only routes turn it into a status (rules.md R51). */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error })
