import type { Child } from 'hono/jsx'
import type { PrintedArticle } from '#domain/content/dossier.ts'
import { type Facts, isFactName } from '#domain/content/dossier-facts.ts'
import { linesIn, partsOf } from '#domain/dossier/template.ts'
import { ToWrite } from '../ui/to-write.tsx'

/** The texts of a document with the facts of a case put in. */

interface Filling {
  facts: Facts
  articles: Record<string, PrintedArticle>
}

const factIn = (facts: Facts, name: string): string | undefined =>
  isFactName(name) ? facts[name] : undefined

/** A text in one line; what is not known is a line to write on. */
export const Filled = ({ text, facts, articles }: { text: string } & Filling) => (
  <>
    {partsOf(text).map((part): Child => {
      if ('words' in part) return part.words
      if ('law' in part) return articles[part.law]?.title ?? ''
      return factIn(facts, part.fact) ?? <ToWrite />
    })}
  </>
)

/** Lines to write on, over the whole width. */
const Lines = ({ count }: { count: number }) => (
  <div class="paper-lines">
    {Array.from({ length: count }, () => (
      <i />
    ))}
  </div>
)

const alone = /^\{([\w-]+)\}$/

/** A paragraph: a heading, lines, a fact alone, which is left out if it is not known, or a sentence. */
export const Paragraph = ({ text, inside, ...filling }: { text: string; inside: 'h2' | 'h3' } & Filling) => {
  if (text.startsWith('# ')) {
    const words = text.slice(2)
    return inside === 'h2' ? <h2>{words}</h2> : <h3>{words}</h3>
  }
  const count = linesIn(text)
  if (count !== null) return <Lines count={count} />
  const [, name] = alone.exec(text) ?? []
  if (name === undefined)
    return (
      <p>
        <Filled text={text} {...filling} />
      </p>
    )
  const fact = factIn(filling.facts, name)
  return fact ? <p class="typed">{fact}</p> : null
}
