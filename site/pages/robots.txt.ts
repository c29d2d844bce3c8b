import { county } from '#generated/county.ts'

/** Pages for reading may be indexed; pages that follow a form may not. */
export const GET = (): Response =>
  new Response(
    `User-agent: *\nDisallow: /api/\nDisallow: /file/done\nDisallow: /track/case\nSitemap: ${new URL('/sitemap.xml', county.site.url).href}\n`,
  )
