import { dayOf, spokenDay, spokenTime } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'
import type { ShownTimes } from '#domain/sessions/own-times.ts'
import { meetingForms } from '#domain/words/meetings.ts'
import { Checkbox, Checkboxes } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'
import { Where } from './where.tsx'

export const timesTitle = '什么时候谈'
export const chooseField = 'choose'
export const noneField = 'none'

type Planned = ShownTimes['planned'][number]

const when = (start: number, year: string): string => `${spokenDay(dayOf(start), year)}${spokenTime(start)}`

const PlannedSection = ({ meeting, year }: { meeting: Planned; year: string }) => (
  <section class="section">
    <h2>
      {meeting.form === 'talk' ? '' : `${meetingForms[meeting.form].name}，`}
      {when(meeting.start, year)}
    </h2>
    <Where {...meeting} />
  </section>
)

/** A line about what is agreed or asked; null if there is nothing. */
const summary = ({ open, planned, postponed, calledOff }: ShownTimes, year: string): string | null => {
  const [next] = planned
  if (open) return open.chosen === null ? '提了几个时间，请您选。' : '您答过了，等办的人定。要改，还可以改。'
  if (next) return `${when(next.start, year)}，${next.place}`
  if (calledOff) return '约好的那一次不谈了。'
  return postponed ? '约好的时间改期，另行通知。' : null
}

/** 什么时候谈: the proposed times to choose from, and those that are set. */
export const TimesPage = ({
  view,
  year,
  state,
  chosen,
  errors,
}: {
  view: FollowedView
  year: string
  state: FormState
  chosen: string[]
  errors: FormError[]
}) => {
  const { open, planned } = view.times
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>{timesTitle}</h1>
        <p>来不来，您说了算。来不了，不算不愿意谈，打个电话说一声就行。</p>
      </header>
      {open ? (
        <>
          <Where {...open} />
          <form action={actions.trackTimes} method="post" novalidate>
            <input type="hidden" name={replyCaseField} value={view.mark} />
            <Checkboxes
              state={state}
              name={chooseField}
              label="哪个时间行，几个都行就都选"
              options={open.slots.map(({ id, start }) => ({ value: id, name: when(start, year) }))}
              chosen={chosen}
            />
            <Checkbox state={state} name={noneField} label="都不行" />
            <div class="actions">
              <button class="button" type="submit">
                就这样答
              </button>
            </div>
          </form>
        </>
      ) : null}
      {planned.map((meeting) => (
        <PlannedSection meeting={meeting} year={year} />
      ))}
      {planned.length > 0 ? (
        <p>
          <a class="more" href={actions.trackTimesFile}>
            存进手机的日历
          </a>{' '}
          <span class="soft small">
            里面只写“约好的事”，不写什么事、跟谁、在哪里。微信里存不了，请抄下来。
          </span>
        </p>
      ) : null}
      {!open && planned.length === 0 ? <p>{summary(view.times, year) ?? '现在没有约时间。'}</p> : null}
      <WhoToCall title="来不了、要换时间，打电话" unitId={view.unitId} />
      <Back />
    </div>
  )
}

/** On the page of the case: what is agreed or asked, and the way to it. */
export const TimesCard = ({ view, year }: { view: FollowedView; year: string }) => {
  const text = summary(view.times, year)
  if (text === null) return null
  const asks = view.times.open?.chosen === null
  return (
    <section class="section" aria-labelledby="times">
      <h2 id="times">{timesTitle}</h2>
      <p>{text}</p>
      <p>
        <a class={asks ? 'button' : 'more'} href={actions.trackTimes}>
          {asks ? '我来选' : '看一看'}
        </a>
      </p>
    </section>
  )
}
