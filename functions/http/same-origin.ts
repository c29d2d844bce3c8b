/**
 * True if a form post comes from a page of this site. All browsers send `Sec-Fetch-Site` since iOS 16.4; older ones
 * send `Origin`. A post with neither, or from another origin, is refused (rules.md R21).
 */
export const isSameOrigin = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('origin') === new URL(request.url).origin
}
