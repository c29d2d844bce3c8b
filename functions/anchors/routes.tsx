import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { anchorPage } from '#domain/routes/site.ts'
import { page } from '#http/site-page.ts'
import { anchorFeed } from './feed.ts'
import { type AnchorPorts, newestAnchors } from './newest.ts'
import { AnchorsPage } from './page.tsx'

/** The published roots: GET /anchors, and as a feed. */
export const anchorRoutes = (ports: AnchorPorts): Hono =>
  new Hono()
    .get(anchorPage.path, async (c) => {
      const main = <AnchorsPage roots={await newestAnchors(ports)} year={dayOf(ports.clock()).slice(0, 4)} />
      return page(c, { title: anchorPage.name, current: null, main })
    })
    .get(anchorPage.feed, async (c) =>
      c.body(anchorFeed(await newestAnchors(ports)), 200, {
        'content-type': 'application/rss+xml; charset=utf-8',
      }),
    )
