import { globSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { neutralTitle } from '#ui/quick-exit.tsx'
import { pictureAddress, sharePicture } from '../../site/share-picture.ts'
import { visit } from '../support/http.ts'

/** What other programs show of the site: pictures, icons, the feed, the sitemap. */

const pages = globSync('dist/**/index.html').map((file) => ({ file, html: readFileSync(file, 'utf8') }))

/** Width and height of a PNG (PNG specification, 11.2.2). */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]
interface Icon {
  src: string
  sizes: string
  purpose?: string
}
const isPng = (bytes: Buffer): boolean => bytes.subarray(1, 4).toString('latin1') === 'PNG'

describe('pictures for shared links', () => {
  const tag = (html: string, name: string) =>
    new RegExp(`<meta property="og:${name}" content="([^"]+)"`).exec(html)?.[1]
  const isNeutral = (html: string) => tag(html, 'title') === neutralTitle
  const described = ['type', 'title', 'description', 'locale']
  const pictured = ['site_name', 'url', 'image', 'image:width', 'image:height', 'image:alt']

  it('are named by every page that may be sent on', () => {
    expect(pages.length).toBeGreaterThan(700)
    const lacking = pages.filter(
      ({ html }) =>
        ![...described, ...(isNeutral(html) ? [] : pictured)].every((name) => tag(html, name)) ||
        tag(html, 'type') !== 'website' ||
        tag(html, 'locale') !== 'zh_CN',
    )
    expect(lacking.map(({ file }) => file)).toEqual([])
  })

  it('are absent from pages with a way out, and so is everything else that tells', () => {
    const leaving = pages.filter(({ html }) => isNeutral(html))
    expect(leaving.length).toBeGreaterThan(20)
    for (const { file, html } of leaving) {
      expect([tag(html, 'title'), tag(html, 'description')], file).toEqual([neutralTitle, neutralTitle])
      expect(/<meta name="description" content="([^"]*)"/.exec(html)?.[1], file).toBe(neutralTitle)
      for (const name of pictured) expect(tag(html, name), `${file} ${name}`).toBeUndefined()
    }
  })

  it.each([
    ['https://example.invalid', '/share.png'],
    ['https://tj.example.gov.cn', 'https://tj.example.gov.cn/share.png'],
    ['https://tj.example.gov.cn/', 'https://tj.example.gov.cn/share.png'],
  ])('of a site at %s have the URL %s', (site, address) => {
    expect(pictureAddress(site)).toBe(address)
  })

  it('have the declared type and size', () => {
    const shared = readFileSync(`dist${sharePicture.path}`)
    expect([isPng(shared), ...sizeOf(shared)]).toEqual([true, sharePicture.width, sharePicture.height])
    // WeChat drops pictures that load slowly.
    expect(shared.length).toBeLessThanOrEqual(60 * 1024)
    const apple = readFileSync('dist/apple-touch-icon.png')
    expect([isPng(apple), ...sizeOf(apple)]).toEqual([true, 180, 180])
    const icon = readFileSync('dist/favicon.ico')
    expect([icon.readUInt16LE(0), icon.readUInt16LE(2)]).toEqual([0, 1])
    for (let at = 0; at < icon.readUInt16LE(4); at += 1) {
      const start = icon.readUInt32LE(6 + 16 * at + 12)
      const image = icon.subarray(start, start + icon.readUInt32LE(6 + 16 * at + 8))
      expect([isPng(image), sizeOf(image)[0]]).toEqual([true, icon.readUInt8(6 + 16 * at)])
    }
    const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8'))
    const icons = manifest.icons.filter(({ type }: { type: string }) => type === 'image/png')
    expect(icons.map(({ sizes, purpose = 'any' }: Icon) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ])
    for (const { src, sizes } of icons as Icon[])
      expect([isPng(readFileSync(`dist${src}`)), sizeOf(readFileSync(`dist${src}`)).join('x')]).toEqual([
        true,
        sizes,
      ])
    for (const file of [
      'apple-touch-icon.png',
      'favicon.ico',
      'favicon.svg',
      ...icons.map(({ src }: Icon) => src),
    ])
      expect(statSync(`dist/${file}`).size, file).toBeLessThanOrEqual(4 * 1024)
  })

  it.each(['/apple-touch-icon.png', '/favicon.ico', '/icon-512.png', '/share.png'])(
    'include %s, served as a cacheable file without the Worker',
    async (path) => {
      const { status, headers } = await visit().get(path)
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=86400'])
      expect(headers.get('content-type')).toMatch(/^image\//)
    },
  )
})

const all = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, words]) => words ?? '')

describe('the feed (RSS 2.0)', () => {
  const feed = readFileSync('dist/rss.xml', 'utf8')
  const items = feed.split('<item>').slice(1)
  const channel = feed.split('<item>')[0] ?? ''

  it('has the required channel fields and its own URL', () => {
    expect(feed).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<rss version="2.0" xmlns:atom="http:\/\/www\.w3\.org\/2005\/Atom"><channel>/,
    )
    for (const tag of ['title', 'link', 'description', 'lastBuildDate'])
      expect(all(channel, tag).length, tag).toBe(1)
    expect(channel).toMatch(
      /<atom:link href="https:\/\/[^"]+\/rss\.xml" rel="self" type="application\/rss\+xml"\/>/,
    )
    expect(feed.match(/&(?!amp;|lt;|gt;|quot;)/)).toBeNull()
  })

  it('has every lesson and story once, each with its own URL', () => {
    const texts = globSync('content/{lessons/**,stories}/*.mdx')
    expect(items.length).toBe(texts.length)
    const guids = all(feed, 'guid')
    expect(new Set(guids).size).toBe(texts.length)
    for (const item of items) {
      for (const tag of ['title', 'link', 'guid', 'description', 'pubDate'])
        expect(all(item, tag).length).toBe(1)
      expect(all(item, 'link')).toEqual(all(item, 'guid'))
    }
  })

  it('dates each item by its text, newest first, and never by the build', () => {
    const days = new Map(
      globSync('content/{lessons/**,stories}/*.mdx').map((file) => {
        const front = parse(readFileSync(file, 'utf8').split('\n---\n')[0]?.slice(4) ?? '') as Record<
          string,
          string
        >
        const path = file.replace('content', '').replace('.mdx', '/')
        return [path, new Date(front['published'] ?? front['reviewed'] ?? '').toUTCString()] as const
      }),
    )
    const said = items.map(
      (item) => [new URL(all(item, 'link')[0] ?? '').pathname, all(item, 'pubDate')[0]] as const,
    )
    expect(new Map(said)).toEqual(days)
    const times = said.map(([, date]) => Date.parse(date ?? ''))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(Date.parse(all(channel, 'lastBuildDate')[0] ?? '')).toBe(times[0])
  })
})

it('the sitemap has the dates of the content', () => {
  const sitemap = readFileSync('dist/sitemap.xml', 'utf8')
  const dayOf = (path: string) =>
    new RegExp(`<loc>https://[^<]*?\\w${path}</loc>(?:<lastmod>([^<]*)</lastmod>)?`).exec(sitemap)?.[1]
  const reviewed = (file: string) =>
    /^(?:reviewed|checked): "?(\S{10})/m.exec(readFileSync(`content/${file}`, 'utf8'))?.[1]
  for (const [path, file] of [
    ['/lessons/debt/friend-owes/', 'lessons/debt/friend-owes.mdx'],
    ['/stories/one-measure-of-rice/', 'stories/one-measure-of-rice.mdx'],
    ['/guides/unpaid-debt/lent/', 'guides/unpaid-debt.yaml'],
    ['/laws/private-lending/', 'laws/private-lending.yaml'],
    ['/about/privacy/', 'pages/privacy.mdx'],
  ] as const)
    expect(dayOf(path), path).toBe(reviewed(file))
  for (const day of all(sitemap, 'lastmod')) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(dayOf('/contacts/')).toBeUndefined()
})
