import { county } from '#generated/county.ts'

/** Reading pages may be found; what follows a form is nobody's search result. */
export const GET = (): Response =>
  new Response(
    `User-agent: *\nDisallow: /api/\nDisallow: /file/done\nDisallow: /track/case\nSitemap: ${new URL('/sitemap.xml', county.site.url).href}\n`,
  )
