import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { type StoryAsk, storyIn } from '#domain/history/story.ts'
import { moves } from '#domain/moves/table.ts'
import { storyDraftPath } from '#domain/routes/desk.ts'
import type { CaseView } from '../case/case-view.ts'

const sentences = { agreed: '同意', refused: '不同意' } as const

const answerOf = ({ said, at }: StoryAsk): string =>
  said
    ? `${spokenDay(dayOf(at))}${sentences[said]}`
    : `${spokenDay(dayOf(at))}问的，还没有答（不答就是不同意）`

/** On the page of a case: what each side says to a story, and whether it may stand. */
export const StoryNote = ({ view }: { view: CaseView }) => {
  const story = storyIn(view.events)
  if (!story) return null
  return (
    <div class="note" role="note">
      <b>
        {story.toTakeDown
          ? '故事：有人不同意了，请撤下'
          : story.agreed
            ? '故事：双方都同意，可以公布'
            : '故事：没有都同意，不能公布'}
      </b>
      <ul>
        {story.asks.map((ask) => (
          <li>
            {personLabel(view.events, ask.party)}：{answerOf(ask)}。
          </li>
        ))}
      </ul>
      {story.toTakeDown ? <p>从网站上撤下以后，县里用“{moves['story-down'].name}”记下来。</p> : null}
      {story.agreed ? (
        <p>
          <a href={storyDraftPath(view.number)}>看文稿，抄到网站的内容里</a>
        </p>
      ) : null}
    </div>
  )
}
