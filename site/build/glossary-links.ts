import type { HastNode, HastPluginDefinition, HastVisitorContext, PluginFactoryContext } from 'satteri'
import type { Term } from '#domain/content/reference.ts'

/**
 * Links the first use of each glossary term in a text to its plain meaning. Headings, links, emphasis and the
 * output of components are left unchanged.
 */

const closed = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'code', 'strong'])

const isOpen = (node: Readonly<HastNode>, ctx: HastVisitorContext): boolean => {
  for (let at = ctx.parent(node); at && at.type !== 'root'; at = ctx.parent(at))
    if (at.type === 'element' && closed.has(at.tagName)) return false
  return true
}

interface Piece {
  words: string
  /** The term that these words are linked to. */
  term?: string
}

/** Splits a text at the first use of every term not yet in `seen`, and adds those terms to `seen`. */
export const cutAtTerms = (terms: Term[]): ((text: string, seen: Set<string>) => Piece[]) => {
  const termOf = new Map(
    terms
      .filter(({ everyday }) => !everyday)
      .flatMap(({ term, aliases = [] }) => [term, ...aliases].map((word) => [word, term] as const)),
  )
  // Longer words win over shorter ones inside them.
  const words = [...termOf.keys()].sort((a, b) => b.length - a.length)
  // Not if it is only the beginning of a longer word: 行政复议法, 赡养费, 宅基地证, 人民调解委员会.
  const pattern = new RegExp(
    `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?!法|费|证|书|委员会|条例)`,
    'g',
  )
  return (text, seen) => {
    const pieces: Piece[] = []
    let from = 0
    for (const { 0: word, index } of words.length > 0 ? text.matchAll(pattern) : []) {
      const term = termOf.get(word)
      if (!term || seen.has(term)) continue
      seen.add(term)
      pieces.push({ words: text.slice(from, index) }, { words: word, term })
      from = index + word.length
    }
    return [...pieces, { words: text.slice(from) }].filter(({ words: piece }) => piece !== '')
  }
}

/**
 * A plugin of the Markdown processor, created anew for each document.
 * @param terms the glossary
 * @param path URL of the glossary page; each term is its own anchor there
 * @param applies whether a file of `content/` gets links
 */
export const glossaryLinks = (terms: Term[], path: string, applies: (file: string) => boolean) => {
  const cut = cutAtTerms(terms)
  return ({ fileURL }: PluginFactoryContext): HastPluginDefinition | null => {
    if (!applies(fileURL?.pathname ?? '')) return null
    const seen = new Set<string>()
    return {
      name: 'glossary-links',
      text(node, ctx) {
        if (!isOpen(node, ctx)) return
        const pieces = cut(node.value, seen)
        if (pieces.every(({ term }) => !term)) return
        const nodes = pieces.map(({ words, term }): HastNode => {
          const text = { type: 'text' as const, value: words }
          const properties = { href: `${path}#${term}`, className: ['term'] }
          return term ? { type: 'element', tagName: 'a', properties, children: [text] } : text
        })
        ctx.replaceNode(node, nodes)
      },
    }
  }
}
