import type { AgreementText } from '#domain/agreement/items.ts'
import { dueWords, itemWords, namesOf } from '#domain/agreement/words.ts'

/** The text of an agreement, the same for the desk and for everybody who makes it. */
export const AgreementBody = ({
  text: { parties, facts, items, how, mediators },
  version,
  sum,
  year,
}: {
  text: AgreementText
  version: number
  sum: string
  year: string
}) => (
  <section class="section text" aria-labelledby="agreement-text">
    <h2 id="agreement-text">协议的内容（第 {version} 版）</h2>
    <p>
      <b>是什么事：</b>
      <span class="typed">{facts}</span>
    </p>
    <ol class="lines">
      {items.map((item) => (
        <li>
          <p>
            {item.id}. <b>{namesOf(parties, item.by)}</b>：{itemWords(item, parties)}
          </p>
          <p class="soft small">{dueWords(item.dueOn, year)}</p>
        </li>
      ))}
    </ol>
    {how ? (
      <p>
        <b>怎么做：</b>
        <span class="typed">{how}</span>
      </p>
    ) : null}
    <p>
      当事人：{parties.map(({ name }) => name).join('、')}。调解员：{mediators.join('、')}。
    </p>
    <p class="soft small">
      这一版的核对码，双方看到的是同一个：<span class="typed">{sum}</span>
    </p>
  </section>
)
