import type { Library } from './library.ts'

/** What a sign-in takes of a request: no cookie, or the one that carries it from the password to the code. */
export const makeChallenge = (auth: Library) => {
  /** Only this cookie of ours decides: what else a browser sends along must not. */
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

  /** Whose sign-in the challenge's cookie carries on; null when it is none. Its value is a secret, so a row proves it. */
  const challengeHolder = async (headers: Headers): Promise<string | null> => {
    const [, value = ''] = (headers.get('cookie') ?? '').split('=')
    const identifier = decodeURIComponent(value).split('.')[0]
    if (!identifier) return null
    const { internalAdapter } = await auth.$context
    return (await internalAdapter.findVerificationValue(identifier))?.value ?? null
  }

  return { onlyCookie, challengeHolder }
}
