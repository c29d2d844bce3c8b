import type { BetterAuth } from './better-auth.ts'

/** Reads the challenge cookie, which links the password step of a sign-in to the code step. */
export const makeChallenge = (auth: BetterAuth) => {
  /** Request headers with no cookie, or only the challenge cookie: other cookies must not affect a sign-in. */
  const onlyCookie = async (headers: Headers, cookie: 'none' | 'challenge'): Promise<Headers> => {
    const bare = new Headers(headers)
    const { createAuthCookie } = await auth.$context
    const wanted = cookie === 'challenge' ? `${createAuthCookie('two_factor').name}=` : null
    const pairs = (headers.get('cookie') ?? '')
      .split(/;\s*/)
      .filter((pair) => wanted && pair.startsWith(wanted))
    bare.delete('cookie')
    if (pairs.length > 0) bare.set('cookie', pairs.join('; '))
    return bare
  }

  /** Id of the person whose sign-in the challenge cookie continues, or null. Its value is secret, so a row proves it. */
  const challengeHolder = async (headers: Headers): Promise<string | null> => {
    const [, value = ''] = (headers.get('cookie') ?? '').split('=')
    const identifier = decodeURIComponent(value).split('.')[0]
    if (!identifier) return null
    const { internalAdapter } = await auth.$context
    return (await internalAdapter.findVerificationValue(identifier))?.value ?? null
  }

  return { onlyCookie, challengeHolder }
}
