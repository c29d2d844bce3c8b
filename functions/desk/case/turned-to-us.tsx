import type { TurnedTo } from '#domain/history/turned-to.ts'
import { moves } from '#domain/moves/table.ts'
import type { CaseView } from './case-view.ts'

const asks: Record<TurnedTo, string> = {
  objected: '申请人对结果不满意，请上一级看一看。写的话只有您的单位看得到，在“办理经过”里。',
  urged: '申请人催了两次，请上一级看一看。',
}

/** What the holder of the code asks of the reader's unit, which is above the desk of the case. */
export const TurnedToUs = ({ view: { turned } }: { view: CaseView }) =>
  turned ? (
    <div class="note" role="note">
      <b>{asks[turned]}</b>
      <p>看过了，用“{moves.noted.name}”写一句：办的单位看得到，“今天”里就不再提。</p>
    </div>
  ) : null
