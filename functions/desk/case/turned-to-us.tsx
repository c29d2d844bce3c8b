import type { TurnedTo } from '#domain/history/turned-to.ts'
import { wordIn } from '#domain/history/words.ts'
import { moves } from '#domain/moves/table.ts'
import type { CaseView } from './case-view.ts'

const asks: Record<TurnedTo, string> = {
  objected: '申请人对结果不满意，请上一级看一看。写的话只有您的单位看得到。',
  disputed: '下级记下对方不愿意谈，对方说没有这回事。请问清楚。',
  denied: '下级当场登记的，当事人说没有这回事。请分别问清楚双方。',
  urged: '申请人催了两次，请上一级看一看。',
  answeredUs: '您的单位问的，办的单位回话了：在下面“督办”里。',
  storyBack: '写成的故事，有人不同意了：请先撤下，再记下来。',
}

/** What the holder wrote with their latest objection, as far as this reader may read it. */
const objectionIn = (view: CaseView): string | undefined => {
  const event = view.events.findLast(({ kind }) => kind === 'objected')
  return event && wordIn(view, event, 'text')
}

/** What the holder of the code asks of the reader's unit, which is above the desk of the case. */
export const TurnedToUs = ({ view }: { view: CaseView }) => {
  const { turned } = view
  if (!turned) return null
  const text = turned === 'objected' ? objectionIn(view) : undefined
  return (
    <div class="note" role="note">
      <b>{asks[turned]}</b>
      {text ? <p class="says typed">{text}</p> : null}
      <p>看过了，用“{moves.noted.name}”写一句：办的单位看得到，“今天”里就不再提。</p>
    </div>
  )
}
