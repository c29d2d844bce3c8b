import { lengths } from '#domain/basics/bounds.ts'
import { spokenInstant } from '#domain/basics/time.ts'
import { casePath, ratingTaskPath, withQuery } from '#domain/routes/desk.ts'
import type { RatingTaskKind } from '#domain/words/ratings.ts'
import type { DoneRatingTask } from '#store/ports/ratings.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { KeptWords } from '#ui/kept-words.tsx'
import { fromTask } from '../lists/opened-from.ts'
import { spotAsk, taskWords } from './task-words.ts'

export const reasonField = 'reason'

export interface TaskPageProps {
  number: string
  title: string
  kind: RatingTaskKind
  /** True while the task waits. */
  open: boolean
  /** It was recorded on the spot: both sides are asked whether it happened. */
  spot: boolean
  done: (DoneRatingTask & { name: string })[]
  state: FormState
  errors: FormError[]
}

/** The page of a look or a call: the way to the case, the form that sets it aside, and what was set aside before. */
export const TaskPage = ({ number, title, kind, open, spot, done, state, errors }: TaskPageProps) => {
  const words = taskWords[kind]
  const typed = state.value(reasonField)
  return (
    <div class="page-width">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <p class="soft small crumb">
          <a href={casePath(number)}>{title}</a> · <span class="no-break">{number}</span>
        </p>
        <h1>{words.title}</h1>
        <p>{open ? (spot && kind === 'call' ? spotAsk : words.ask) : '已经放下了，不用再做什么。'}</p>
      </header>
      {open ? (
        <form action={ratingTaskPath(number, kind)} method="post" novalidate>
          <div class="actions">
            <a class="button secondary" href={withQuery(casePath(number), fromTask(kind))}>
              打开案件
            </a>
          </div>
          <TextArea
            state={state}
            name={reasonField}
            label={words.label}
            hint={words.hint}
            rows={4}
            max={lengths.reason}
          />
          <div class="actions">
            <button class="button" type="submit">
              {words.button}
            </button>
          </div>
        </form>
      ) : null}
      {!open && typed !== '' ? <KeptWords words={[{ label: words.label, text: typed }]} /> : null}
      {done.map(({ doneAt, name, reason }) => (
        <section class="section">
          <h2 class="section-head">
            {spokenInstant(doneAt)} {name}
          </h2>
          <p class="typed">{reason}</p>
        </section>
      ))}
    </div>
  )
}
