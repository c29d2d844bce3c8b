import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { neutralTitle } from '#ui/quick-exit.tsx'

/**
 * Pages can be distinguished by what a tab, a result list or a share card shows; except those about violence and
 * bullying, which show there nothing about themselves (rules.md R63).
 */

const built = globSync('dist/**/index.html')
  .map((file) => ({
    path: `/${file.slice('dist/'.length, -'index.html'.length)}`,
    html: readFileSync(file, 'utf8'),
  }))
  .filter(({ html }) => !html.includes(`<title>${neutralTitle}</title>`))

describe('no two pages of the site have the same', () => {
  const shared = (pattern: RegExp): string[] => {
    const pages = new Map<string, string[]>()
    for (const { path, html } of built) {
      const words = pattern.exec(html)?.[1] ?? ''
      pages.set(words, [...(pages.get(words) ?? []), path])
    }
    return [...pages]
      .filter(([, paths]) => paths.length > 1)
      .map(([words, paths]) => `${words}: ${paths.join(' ')}`)
  }

  it('title (WCAG 2.4.2)', () => {
    expect(shared(/<title>([^<]+)<\/title>/)).toEqual([])
  })

  it('description, in result lists or shared links', () => {
    expect(shared(/<meta name="description" content="([^"]+)"/)).toEqual([])
    expect(shared(/<meta property="og:description" content="([^"]+)"/)).toEqual([])
  })
})
