import type { DeskData, HandbookSection } from '#domain/content/desk-data.ts'
import { Dialable } from '#ui/dialable.tsx'
import { ArticleLink } from '../ui/article-link.tsx'

const Section = ({ section, data }: { section: HandbookSection; data: DeskData }) => (
  <section class="section text" aria-labelledby={section.id}>
    <h2 id={section.id}>{section.title}</h2>
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
    <p class="no-print">
      <a class="more" href="#handbook">
        回目录
      </a>
    </p>
  </section>
)

/** The whole handbook on one page with a table of contents, so that it can be searched and printed. */
export const Handbook = ({ data }: { data: DeskData }) => (
  <div class="page-width">
    <header class="page-head">
      <h1>调解手册</h1>
      <p>
        <Dialable text={data.handbook.intro} />
      </p>
    </header>
    <nav id="handbook" class="text" aria-label="目录">
      <ul class="links">
        {data.handbook.sections.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
    {data.handbook.sections.map((section) => (
      <Section section={section} data={data} />
    ))}
  </div>
)
