import type { DeskData, HandbookSection } from '#domain/content/desk-data.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { Dialable } from '#ui/dialable.tsx'
import { ArticleLink } from '../ui/article-link.tsx'

/** A chapter: its heading opens it, and paper shows all of them. */
const Section = ({ section, data, open }: { section: HandbookSection; data: DeskData; open: boolean }) => (
  <section id={section.id} aria-labelledby={`${section.id}-heading`}>
    <details class="fold" open={open}>
      <summary>
        <h2 id={`${section.id}-heading`}>{section.title}</h2>
      </summary>
    </details>
    <div class="folded text">
      <p>
        <Dialable text={section.intro} />
      </p>
      <div class="stepped">
        <ol>
          {section.steps.map(({ name, text }) => (
            <li>
              <strong>{name}</strong>
              <p>
                <Dialable text={text} />
              </p>
            </li>
          ))}
        </ol>
      </div>
      {section.note ? <p class="note small">{section.note}</p> : null}
      {section.articles.length > 0 ? (
        <>
          <h3>法律怎么说</h3>
          <ul class="filters">
            {section.articles.map((id) => (
              <li>
                <ArticleLink id={id} data={data} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  </section>
)

/** The words of a chapter that a search looks through. */
const wordsOf = ({ title, intro, steps, note = '' }: HandbookSection): string =>
  [title, intro, note, ...steps.flatMap(({ name, text }) => [name, text])].join('\n')

/**
 * The handbook: its chapters folded, and a search through their words, since a browser does not find what is folded.
 * @param typed what was searched for, cut; empty shows every chapter
 */
export const Handbook = ({ data, typed = '' }: { data: DeskData; typed?: string }) => {
  const words = typed.split(/\s+/u).filter((word) => word !== '')
  const { intro, sections } = data.handbook
  const found = sections.filter((section) => words.every((word) => wordsOf(section).includes(word)))
  const searched = words.length > 0
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>调解手册</h1>
        <p>
          <Dialable text={intro} />
        </p>
      </header>
      <form action={deskPages.handbook.path} method="get" class="no-print">
        <div class="field">
          <label for="q">在手册里找</label>
          <p class="hint">比如：协议、司法确认。几个词用空格隔开。</p>
          <input class="input" id="q" name="q" type="search" value={typed} />
        </div>
        <div class="actions">
          <button class="button" type="submit">
            找
          </button>
          {searched ? <a href={deskPages.handbook.path}>看整本手册</a> : null}
        </div>
      </form>
      {searched ? (
        <p role="status">
          {found.length > 0
            ? `“${typed}”在 ${found.length} 章里有。`
            : `手册里没有“${typed}”。换个短一点的词试试。`}
        </p>
      ) : null}
      {found.map((section) => (
        <Section section={section} data={data} open={searched} />
      ))}
    </div>
  )
}
