import { afterDay, signedDay } from '#domain/basics/time.ts'
import { anchorPage } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import type { PublishedRoot } from '#store/ports/anchors.ts'

/** The county's name may hold signs of XML. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const address = (path: string): string => escaped(new URL(path, county.site.url).href)

const item = ({ day, root }: PublishedRoot): string =>
  `<item><title>${signedDay(day)}的核对码</title><link>${address(anchorPage.path)}</link><guid isPermaLink="false">${root}</guid><description>${root}</description><pubDate>${new Date(afterDay(day)).toUTCString()}</pubDate></item>`

/** The roots as a feed (RSS 2.0, as that of the lessons), newest first. */
export const anchorFeed = (roots: readonly PublishedRoot[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${anchorPage.name} · ${escaped(county.site.name)}</title><link>${address(anchorPage.path)}</link><atom:link href="${address(anchorPage.feed)}" rel="self" type="application/rss+xml"/><description>每天夜里，由所有案件的记录算出的一串字</description><language>zh-CN</language>${roots.map(item).join('')}</channel></rss>\n`
