/**
 * Browsers use only https for two years (RFC 6797), subdomains included. Never sent on loopback. Browsers must ignore
 * it over http (8.1), so static pages, which do not know the scheme of a request, may carry it.
 */
export const strictTransport = ['strict-transport-security', 'max-age=63072000; includeSubDomains'] as const

/**
 * Headers of every answer, static or not (rules.md R2): the site build writes them to `dist/_headers`,
 * the Worker sets them itself. The referrer policy is `same-origin`, not `no-referrer`, which would make browsers send
 * `Origin: null` with our own form posts.
 */
export const securityHeaders = (...styleHashes: string[]): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${styleHashes.map((hash) => `'${hash}'`).join(' ')}`,
    "script-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // `ping` and the beacon of leaving, and the pages that the service worker keeps.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
})
