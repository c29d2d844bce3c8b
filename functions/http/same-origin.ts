/**
 * Does a form post come from a page of ours? `Sec-Fetch-Site` says so in every browser since iOS 16.4; older ones
 * send `Origin`. Neither, or another: refused (rules.md R21).
 */
export const isSameOrigin = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('origin') === new URL(request.url).origin
}
