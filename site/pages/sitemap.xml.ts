import { county } from '#generated/county.ts'
import { allPages } from '../paths.ts'

/** Every page for residents, with the day of its last review (sitemaps.org 0.9). */
export const GET = async (): Promise<Response> => {
  const urls = (await allPages()).map(({ path, day }) => {
    const place = `<loc>${new URL(path, county.site.url).href}</loc>`
    return `<url>${place}${day ? `<lastmod>${day}</lastmod>` : ''}</url>`
  })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
