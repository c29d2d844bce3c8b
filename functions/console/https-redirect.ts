/** The answer of a server to `GET http://<host>/`, without following redirects. */
export interface PlainAnswer {
  status: number
  location: string | null
}

const ask = async (url: string): Promise<PlainAnswer> => {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
  return { status: answer.status, location: answer.headers.get('location') }
}

const howTo =
  'Turn on "Always Use HTTPS" for the zone (Cloudflare dashboard, SSL/TLS, Edge Certificates); static pages are served by the platform, so only the zone can do it.'

/**
 * Checks that the static pages of a deployed site redirect plain http to https. The Workers check their own
 * paths.
 * @param site full address of the site
 * @param get requests an address; injected for tests
 * @returns the verdict and a sentence for the terminal
 */
export const checkHttpsRedirect = async (
  site: string,
  get: (url: string) => Promise<PlainAnswer> = ask,
): Promise<{ ok: boolean; says: string }> => {
  const plain = new URL('/', site)
  plain.protocol = 'http:'
  const answer = await get(plain.href).catch((error: Error) => error.name)
  if (typeof answer === 'string')
    return {
      ok: false,
      says: `${plain.href} did not answer (${answer}): check by hand that it redirects to https. ${howTo}`,
    }
  const { status, location } = answer
  const target = location && new URL(location, plain)
  if (status >= 300 && status < 400 && target && target.protocol === 'https:')
    return { ok: true, says: `${plain.href} leads to https.` }
  return { ok: false, says: `${plain.href} answers ${status} over plain http. ${howTo}` }
}
