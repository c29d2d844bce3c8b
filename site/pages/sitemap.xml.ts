import { county } from '../../functions/generated/county.ts'
import { allPaths } from '../paths.ts'

/** Every page a resident can read. */
export const GET = async (): Promise<Response> => {
  const urls = (await allPaths()).map(
    (path) => `<url><loc>${new URL(path, county.site.url).href}</loc></url>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
