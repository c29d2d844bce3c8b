import type { QuotedArticle } from '#domain/content/limit-data.ts'
import { Cite } from '#ui/cite.tsx'

/** An article: its plain meaning, and folded under it the words of the statute. */
export const Quoted = ({ article }: { article: QuotedArticle }) => (
  <>
    <details class="fold">
      <summary>
        <span>
          <b>{article.plain ?? '法条原文'}</b>
          <Cite text={article.title} />
          {article.notice ? <span class="soft small">{article.notice}</span> : null}
        </span>
      </summary>
    </details>
    <figure class="law folded">
      <figcaption>
        <a href={article.path}>
          <Cite text={article.title} />
        </a>
      </figcaption>
      <blockquote>
        {article.text.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </blockquote>
    </figure>
  </>
)
