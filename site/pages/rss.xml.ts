import { county } from '#generated/county.ts'
import { allLessons, allStories, type Text, textPath } from '../library.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] as string)

/** Day of publication: the text's own, otherwise the day of its last review. Never the day of the build. */
const dayOf = ({ data }: Text): Date => data.published ?? data.reviewed

const address = (path: string): string => new URL(path, county.site.url).href

const itemOf = (text: Text): string => {
  const { title, summary } = text.data
  const link = address(textPath(text))
  return `<item><title>${escapeXml(title)}</title><link>${link}</link><guid>${link}</guid><description>${escapeXml(summary)}</description><pubDate>${dayOf(text).toUTCString()}</pubDate></item>`
}

/**
 * Lessons and stories for feed readers, newest first (RSS 2.0, with a link to itself as in RFC 4287 4.2.7.2).
 */
export const GET = async (): Promise<Response> => {
  const { site } = county
  const texts = [...(await allLessons()), ...(await allStories())]
  texts.sort((a, b) => dayOf(b).getTime() - dayOf(a).getTime())
  const self = `<atom:link href="${address('/rss.xml')}" rel="self" type="application/rss+xml"/>`
  const built = texts[0] ? `<lastBuildDate>${dayOf(texts[0]).toUTCString()}</lastBuildDate>` : ''
  const channel = `<title>${escapeXml(site.name)}</title><link>${address('/')}</link>${self}<description>${escapeXml(site.tagline)}</description><language>zh-CN</language>${built}`
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}${texts.map(itemOf).join('')}</channel></rss>\n`
  return new Response(xml, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
