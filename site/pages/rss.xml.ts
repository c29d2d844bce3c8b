import { county } from '../../functions/generated/county.ts'
import { allLessons, allStories, textPath } from '../library.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] as string)

/** Lessons and stories for feed readers (RSS 2.0). */
export const GET = async (): Promise<Response> => {
  const { site } = county
  const texts = [...(await allLessons()), ...(await allStories())]
  const items = texts.map((text) => {
    const link = new URL(textPath(text), site.url).href
    const { title, summary, reviewed } = text.data
    return `<item><title>${escapeXml(title)}</title><link>${link}</link><guid>${link}</guid><description>${escapeXml(summary)}</description><pubDate>${reviewed.toUTCString()}</pubDate></item>`
  })
  const channel = `<title>${escapeXml(site.name)}</title><link>${site.url}</link><description>${escapeXml(site.tagline)}</description><language>zh-CN</language>`
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${channel}${items.join('')}</channel></rss>\n`
  return new Response(xml, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
