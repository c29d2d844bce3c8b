import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lawSchema } from '../../functions/domain/law.ts'
import { ContentError } from '../../site/build/read-content.ts'
import { checkReferences } from '../../site/build/references.ts'
import vetted from './vetted-articles.json' with { type: 'json' }

/** Fingerprint of an article's words, paragraph by paragraph. */
const fingerprint = (paragraphs: string[]): string =>
  createHash('sha256').update(paragraphs.join('\n')).digest('hex').slice(0, 32)

const laws = globSync('content/laws/*.yaml').map((file) => ({
  id: file.slice('content/laws/'.length, -'.yaml'.length),
  law: lawSchema.parse(parse(readFileSync(file, 'utf8'))),
}))

describe('quoted law (DESIGN 16)', () => {
  it('equals the vetted text, character by character', () => {
    const wrong = laws.flatMap(({ id, law }) =>
      Object.entries(law.articles)
        .filter(
          ([number, { text }]) => fingerprint(text) !== (vetted as Record<string, string>)[`${id}-${number}`],
        )
        .map(([number]) => `${id}-${number}`),
    )
    expect(wrong).toEqual([])
  })

  it('would be seen to differ by one character', () => {
    const [first] = Object.values(laws[0]?.law.articles ?? {})
    const changed = (first?.text ?? []).map((text) => text.replace('。', '，'))
    expect(fingerprint(changed)).not.toBe(fingerprint(first?.text ?? []))
  })

  it('says so where only a part is quoted or the text is old', () => {
    for (const { law } of laws)
      for (const { excerpt, text } of Object.values(law.articles))
        if (!excerpt) expect(text.join('')).not.toContain('……')
  })

  it('reaches the page as it is', () => {
    for (const file of globSync('dist/laws/*/index.html')) {
      const html = readFileSync(file, 'utf8')
      const law = laws.find(({ id }) => file.includes(`/${id}/`))?.law
      for (const { text } of Object.values(law?.articles ?? {}))
        for (const paragraph of text) expect(html).toContain(`<p>${paragraph.replaceAll('"', '&quot;')}</p>`)
    }
  })
})

describe('an unknown id in a text', () => {
  it('stops the build with file, line and what was expected', () => {
    const known = { Law: new Set<string>(), Hotline: new Set<string>(), Deadline: new Set<string>() }
    expect(() => checkReferences('content', known)).toThrow(ContentError)
    expect(() => checkReferences('content', known)).toThrow(
      /content\/lessons\/\S+\.mdx:\d+: <Law id="[a-z0-9-]+">: expected an article in content\/laws/,
    )
  })
})
