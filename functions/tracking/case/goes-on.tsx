import { spokenDay } from '#domain/basics/time.ts'
import type { GoesOn } from '#domain/following/followed-view.ts'
import { isEnded, statuses } from '#domain/words/statuses.ts'
import { Card } from '#ui/card.tsx'

/** The heading of the page of a case that was merged into another. */
export const goesOnTitle = '并到另一件里办'

/** Where a merged case goes on: its number, and its status and next day if the reader may see them. */
export const GoesOnCard = ({ goesOn: { numbers, now }, year }: { goesOn: GoesOn; year: string }) => {
  const [first, ...further] = numbers
  const last = further.at(-1)
  return (
    <section class="text remains">
      <Card title={`这件并到 ${first} 一起办`}>
        {last ? (
          <p>
            {first} 后来又并到 {last}，现在在那一件里办。
          </p>
        ) : null}
        {now ? (
          <>
            <p>
              那一件现在：<b>{statuses[now.status].name}</b>。
              {now.next.map(({ what, by }) => (
                <>
                  <span class="no-break">{spokenDay(by, year)}前，</span>
                  {what}。
                </>
              ))}
            </p>
            <p>
              往后走到哪一步，用您现在这个查询码就看得到。
              {isEnded(now.status) ? '结果是怎么说的' : '看给您的话、要回话'}
              ，用那一件的查询码；找不到那个码，打下面的电话，报您的案件编号。
            </p>
          </>
        ) : (
          <p>往后的进展、您要说的话，用那一件的查询码；找不到那个码，打下面的电话，报您的案件编号。</p>
        )}
      </Card>
    </section>
  )
}
