import type { SimilarText } from '#domain/search/similar.ts'
import { type Category, categories } from '#domain/words/categories.ts'

/** Links to texts about similar cases, or of a subject, beside a form or a case. They open in a new tab: no typed text is lost. */
export const SimilarTexts = ({ texts, subject }: { texts: SimilarText[]; subject?: Category }) =>
  texts.length === 0 ? null : (
    <section class="section no-print" aria-labelledby="similar">
      <h2 id="similar" class="section-head">
        {subject ? `${categories[subject].name}的事` : '差不多的事'}，供您参考
      </h2>
      <p class="soft small">不看也行。点开是另一页，这一页还在。</p>
      <ul class="lines">
        {texts.map(({ kind, title, url, summary }) => (
          <li>
            <span class="eyebrow">{kind === 'story' ? '别人家最后怎样' : '法律怎么说'}</span>
            <h3 class="item">
              <a href={url} target="_blank" rel="noopener">
                {title}
              </a>
            </h3>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  )
