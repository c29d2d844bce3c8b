import { spokenInstant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { liftHint } from '#domain/moves/failure-sentences.ts'
import { isMoveKind, moves } from '#domain/moves/table.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages, tracePath } from '#domain/routes/desk.ts'
import type { OpenedFrom } from '../lists/opened-from.ts'

/** What was done: the move and, if it took the case elsewhere, who has it now. */
export const doneWords = ({ kind, unit: to, data }: CaseEvent): string => {
  const name = isMoveKind(kind) ? moves[kind].name : ''
  return data.from && data.from !== to ? `${name}：已经交给${unit(to).name}` : `${name}：已经记下`
}

const Trace = ({ number, traced }: { number: string; traced: boolean }) =>
  traced ? (
    <p>
      期限照样在走。走到哪了、有没有结果，随时在“
      <a href={deskPages.traces.path}>{deskPages.traces.name}</a>”里看。
    </p>
  ) : (
    <p>
      为了当事人，{number} 以后在您这里打不开了。这是规定，不是出错；有新的情况，打电话告诉现在在办的单位。
    </p>
  )

/** Back to the list the case was opened from, otherwise to 今天. */
const Back = ({ from, button = false }: { from: OpenedFrom; button?: boolean }) => {
  const { name, href } = from.query ? from : { name: deskPages.today.name, href: deskPages.today.path }
  return (
    <a class={button ? 'button' : undefined} href={href}>
      回{name}
    </a>
  )
}

/** The page after a move that took the case out of reach of the person who made it. */
export const DonePage = ({
  number,
  event,
  from,
  traced,
}: {
  number: string
  event: CaseEvent
  from: OpenedFrom
  traced: boolean
}) => (
  <div class="page-width">
    <header class="page-head">
      <p class="soft small">
        {number} · {spokenInstant(event.at)}
      </p>
      <h1>{doneWords(event)}</h1>
    </header>
    {event.kind === 'danger-marked' ? <p>县里会联系当事人。眼下就有危险的，先打 110。</p> : null}
    {event.kind === 'recused' ? <p>{liftHint}</p> : null}
    <Trace number={number} traced={traced} />
    <p class="actions">
      <Back from={from} button />
      {traced ? (
        <a class="button secondary" href={tracePath(number)}>
          看它走到哪了
        </a>
      ) : null}
    </p>
  </div>
)

/** The notice above a case after a move that left it within reach. */
export const DoneNotice = ({
  number,
  event,
  from,
}: {
  number: string
  event: CaseEvent
  from: OpenedFrom
}) => (
  <div class="page-width">
    <div class="note" role="status">
      <b>{doneWords(event)}</b>
      <p>
        {number}，{spokenInstant(event.at)}。
        <Back from={from} />
      </p>
    </div>
  </div>
)
