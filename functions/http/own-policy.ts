import type { Context } from 'hono'

/** Answers whose content security policy is not that of every page (rules.md R2). */

/** A page that plays sound: the policy of every page, and sound of this site. */
export const playsSound = (c: Context): void => c.set('policy', 'sound')

/** A page that also records sound: the same with what its script has recorded, and with the microphone. */
export const recordsSound = (c: Context): void => c.set('policy', 'recorder')

/** Policy of what people gave: a browser runs nothing in it and puts it into no other page, whatever it takes it for. */
const given = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** Marks an answer as what people gave, so that it has a policy of its own. */
export const isGiven = (c: Context): void => c.set('policy', 'given')

/** The policy of an answer, from that of every page. */
export const policyOf = (c: Context, usual: string): string => {
  const own = c.get('policy')
  if (own === 'given') return given
  if (own === 'recorder') return `${usual}; media-src 'self' blob:`
  return own === 'sound' ? `${usual}; media-src 'self'` : usual
}

/** What an answer allows its page to use (Permissions Policy), from what every page may: for one, the microphone. */
export const permissionsOf = (c: Context, usual: string): string =>
  c.get('policy') === 'recorder' ? usual.replace('microphone=()', 'microphone=(self)') : usual

declare module 'hono' {
  interface ContextVariableMap {
    /** The policy of its own that an answer has. */
    policy: 'sound' | 'recorder' | 'given' | undefined
  }
}
