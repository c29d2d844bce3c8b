import { publicSince } from '#domain/history/publication.ts'
import { findUnit } from '#domain/places/areas.ts'
import { pages, suggestionsPage } from '#domain/routes/site.ts'
import type { PublishedAnswer } from '#store/ports/suggestions.ts'
import { Crumbs } from '#ui/crumbs.tsx'

/** 建议和答复: what was suggested and answered, in short, as who suggested it agreed to. */
export const SuggestionsPage = ({
  shown,
  more,
  isFirst,
}: {
  shown: PublishedAnswer[]
  more: string | undefined
  isFirst: boolean
}) => (
  <>
    <Crumbs trail={[{ name: suggestionsPage.name }]} />
    <div class="page-width text">
      <header class="page-head">
        <h1>{suggestionsPage.name}</h1>
        <p>大家提的建议，有关单位怎么答的。写成了短文，提的人看过、同意了才公布。</p>
      </header>
      {shown.length === 0 ? (
        <p>{isFirst ? '还没有公布过。提的人愿意公布的，下个月一号起在这里。' : '没有更早的了。'}</p>
      ) : null}
      {shown.map(({ month, unit, question, answer }) => (
        <article class="section">
          <h2 class="typed">{question}</h2>
          <p class="typed">{answer}</p>
          <p class="soft small">
            {findUnit(unit)?.name ?? '有关单位'} 答，{publicSince(month)}公布
          </p>
        </article>
      ))}
      {more ? (
        <p>
          <a class="more" href={more}>
            更早的
          </a>
        </p>
      ) : null}
      <section class="section" aria-labelledby="how">
        <h2 id="how">怎么公布在这里</h2>
        <p>
          在<a href={pages.file.path}>{pages.file.name}</a>里选“意见建议”。有了答复，用查询码进
          <a href={pages.track.path}>{pages.track.name}</a>
          ，点“公布建议和答复”。哪天不愿意公布了，在同一页说一声，马上撤下。
        </p>
      </section>
    </div>
  </>
)
