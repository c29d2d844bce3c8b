import type { Child } from 'hono/jsx'
import type { DocumentData, DossierData } from '#domain/content/dossier.ts'
import type { Sheet } from '#domain/dossier/pieces.ts'
import { PaperFacts } from '../ui/paper-facts.tsx'
import { ToSign } from '../ui/to-write.tsx'
import { Filled, Paragraph } from './text.tsx'

/** One printed document: title, number, facts, text, who signs, and the seal of the unit. */

export interface SheetProps {
  document: DocumentData
  sheet: Sheet
  data: DossierData
  /** The title, if it is not that of the document: the cover has that of its file. */
  title: string
  /** True on a page of its own; in the whole file its title is one level lower. */
  alone: boolean
  /** What stands in place of the text: the index, the list of evidence, minutes, an agreement. */
  children?: Child
}

/** The articles that a document quotes, word for word. */
const Quoted = ({ ids, data, alone }: { ids: readonly string[]; data: DossierData; alone: boolean }) => (
  <>
    {ids.map((id) => (
      <section class="paper-article">
        {alone ? <h2>{data.articles[id]?.title}</h2> : <h3>{data.articles[id]?.title}</h3>}
        {data.articles[id]?.text.map((text) => (
          <p>{text}</p>
        ))}
      </section>
    ))}
  </>
)

/** Where the unit signs: its name, the day, and a ring for the seal. */
const Seal = ({ sheet: { facts } }: { sheet: Sheet }) => (
  <div class="paper-close">
    <p>
      {facts.unit}
      <br />
      年　　月　　日
    </p>
    <span class="paper-seal">盖章处</span>
  </div>
)

/** 回执: what the one who gets the letter fills in, tears off and sends back. */
const Slip = ({
  texts,
  sheet,
  data,
  alone,
}: Pick<SheetProps, 'sheet' | 'data' | 'alone'> & { texts: readonly string[] }) => (
  <section class="paper-slip">
    {alone ? <h2>回执</h2> : <h3>回执</h3>}
    {sheet.number ? <p>{sheet.number}</p> : null}
    {texts.map((text) => (
      <p>
        <Filled text={text} facts={sheet.facts} articles={data.articles} />
      </p>
    ))}
  </section>
)

/** A document as it is printed; each begins a page. */
export const PaperSheet = ({ document, sheet, data, title, alone, children }: SheetProps) => {
  const { to, lead, rows, text, quote, sign, seal, slip } = document
  const inside = alone ? 'h2' : 'h3'
  const filling = { facts: sheet.facts, articles: data.articles }
  return (
    <article class="paper-sheet">
      <header class="paper-head">
        {data.sample ? <p class="soft small">{data.notice}</p> : null}
        {document.for === 'file' ? null : <p>{sheet.facts.unit}</p>}
        {alone ? <h1>{title}</h1> : <h2>{title}</h2>}
        {sheet.number ? <p class="paper-number">{sheet.number}</p> : null}
      </header>
      {to ? (
        <p>
          <Filled text={to} {...filling} />：
        </p>
      ) : null}
      {lead?.map((one) => (
        <Paragraph text={one} inside={inside} {...filling} />
      ))}
      {rows ? (
        <PaperFacts rows={rows.map(([name, value]) => [name, <Filled text={value} {...filling} />])} />
      ) : null}
      {children}
      {text?.map((one) => (
        <Paragraph text={one} inside={inside} {...filling} />
      ))}
      {quote ? <Quoted ids={quote} data={data} alone={alone} /> : null}
      {sign || seal ? (
        <div class="paper-end">
          {sign ? <ToSign names={sign} /> : null}
          {seal ? <Seal sheet={sheet} /> : null}
        </div>
      ) : null}
      {slip ? <Slip texts={slip} sheet={sheet} data={data} alone={alone} /> : null}
    </article>
  )
}
