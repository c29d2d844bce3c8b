import type { APIRoute } from 'astro'
import { pages } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'

/** What a phone needs to put the site on its home screen (W3C Web Application Manifest). */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: `${county.site.county}${county.site.name}`,
      short_name: county.site.name,
      description: county.site.tagline,
      lang: 'zh-CN',
      start_url: pages.home.path,
      scope: '/',
      display: 'minimal-ui',
      theme_color: '#2a3439',
      background_color: '#2a3439',
      icons: [
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ...[192, 512].map((size) => ({
          src: `/icon-${size}.png`,
          sizes: `${size}x${size}`,
          type: 'image/png',
        })),
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  )
