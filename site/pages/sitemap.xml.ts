import { pages } from '../../functions/domain/routes.ts'
import { county } from '../../functions/generated/county.ts'
import { allLaws, allParts, lawPath } from '../laws.ts'
import { allLessons, allStories, textPath } from '../library.ts'

/** Every page a resident can read, from the same lists that the navigation uses. */
export const GET = async (): Promise<Response> => {
  const texts = [...(await allLessons()), ...(await allStories())]
  const laws = [
    ...(await allLaws()).map(({ id }) => lawPath(id)),
    ...(await allParts()).map(({ path }) => path),
  ]
  const paths = [...Object.values(pages).map(({ path }) => path), ...texts.map(textPath), ...laws]
  const urls = [...new Set(paths)].map(
    (path) => `<url><loc>${new URL(path, county.site.url).href}</loc></url>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
