import type { Context } from 'hono'

/** Answers whose content security policy is not that of every page (rules.md R2). */

/** A page that plays sound: the policy of every page, and sound of this site. */
export const playsSound = (c: Context): void => c.set('policy', 'sound')

/** Policy of what people gave: a browser runs nothing in it and puts it into no other page, whatever it takes it for. */
const given = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** Marks an answer as what people gave, so that it has a policy of its own. */
export const isGiven = (c: Context): void => c.set('policy', 'given')

/** The policy of an answer, from that of every page. */
export const policyOf = (c: Context, usual: string): string => {
  const own = c.get('policy')
  if (own === 'given') return given
  return own === 'sound' ? `${usual}; media-src 'self'` : usual
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The policy of its own that an answer has. */
    policy: 'sound' | 'given' | undefined
  }
}
