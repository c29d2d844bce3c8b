import type { QuotedArticle } from '#domain/content/limit-data.ts'

/** An article, verbatim, with its plain explanation if there is one. */
export const Quoted = ({ article }: { article: QuotedArticle }) => (
  <figure class="law">
    <figcaption>
      <a href={article.path}>{article.title}</a>
    </figcaption>
    <blockquote>
      {article.text.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </blockquote>
    {article.plain ? (
      <p class="plain">
        <b>
          白话解释<small class="soft">（不是法条）</small>
        </b>
        {article.plain}
      </p>
    ) : null}
  </figure>
)
