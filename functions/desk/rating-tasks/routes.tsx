import { type Context, Hono } from 'hono'
import { lengths } from '#domain/basics/bounds.ts'
import { readText } from '#domain/basics/normalise.ts'
import { spotIn } from '#domain/history/spot.ts'
import { ratingTaskPath } from '#domain/routes/desk.ts'
import { type RatingTaskKind, ratingTaskKinds } from '#domain/words/ratings.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { showLostForm, showNotTaken } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { blankState } from '#ui/form/state.ts'
import { type DeskCase, openCase } from '../case/open-case.ts'
import { missingCase } from '../missing-case.ts'
import { notTakenText } from '../moves/not-taken.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-list.tsx'
import { reasonField, TaskPage } from './page.tsx'
import { taskWords } from './task-words.ts'

const shownDone = 5
/** How often the task is read again because it was gone when it was to be set aside. */
const tries = 3

const messages = {
  required: '请写一写看到什么、问到什么，一句话也可以。',
  tooLong: `写得太长了，最多 ${lengths.reason} 个字。`,
  notLooked: '请先打开案件看一看，再放下。',
  done: '已经有人放下了，您写的没有存，还在下面。',
} as const

/** /desk/cases/<number>/look and /call: what a rating asks a unit to do; it can be set aside after looking. */
export const ratingTaskRoutes = (ports: DeskCasePorts): Hono => {
  const { store, clock } = ports

  /** The tasks of one kind of a case, open and done; null if this unit never had one. */
  const tasksOf = async (c: Context, { stored }: DeskCase, kind: RatingTaskKind) => {
    const member = memberOf(c)
    const open = await store.ratingTasks(member, clock(), { caseId: stored.record.id })
    const all = await store.doneRatingTasks(stored, member.unit, shownDone)
    const [waiting] = open.filter((task) => task.kind === kind)
    const done = all.filter((task) => task.kind === kind)
    return waiting || done.length > 0 ? { waiting, done } : null
  }

  const show = async (
    c: Context,
    { record, events }: DeskCase,
    kind: RatingTaskKind,
    { waiting, done }: NonNullable<Awaited<ReturnType<typeof tasksOf>>>,
    refused?: { form: PostedForm; text: string; status: 403 | 409 | 415 | 422 },
  ) => {
    const names = await ports.directory.names([...new Set(done.map(({ doneBy }) => doneBy))])
    const errors = refused ? [{ field: reasonField, text: refused.text }] : []
    const main = (
      <TaskPage
        {...{ number: record.number, title: subjectOf(record), kind, errors }}
        open={waiting !== undefined}
        spot={spotIn(events) !== undefined}
        done={done.map((task) => ({ ...task, name: names.get(task.doneBy) ?? '' }))}
        state={refused ? formState(refused.form, errors) : blankState}
      />
    )
    const title = errorTitle(taskWords[kind].title, refused !== undefined)
    return deskPage(c, { title, current: 'today', main }, refused?.status ?? 200)
  }

  const read = (kind: RatingTaskKind) => async (c: Context) => {
    const deskCase = await openCase(ports, memberOf(c), c.req.param('number') ?? '')
    if (!deskCase) return missingCase(ports, c)
    const tasks = await tasksOf(c, deskCase, kind)
    return tasks ? show(c, deskCase, kind, tasks) : refuse(c, 'notFound')
  }

  const setAside = (kind: RatingTaskKind) => async (c: Context) => {
    const member = memberOf(c)
    const number = c.req.param('number') ?? ''
    const found = async () => {
      const deskCase = await openCase(ports, member, number)
      const tasks = deskCase && (await tasksOf(c, deskCase, kind))
      return deskCase && tasks ? { deskCase, tasks } : null
    }
    const form = await posted(c, async (typed, why) => {
      const task = await found()
      const refused = { form: typed, text: notTakenText[why.refusal], status: why.status }
      return task ? show(c, task.deskCase, kind, task.tasks, refused) : showNotTaken(c, why, typed)
    })
    if (!form.ok) return form.error
    const reason = readText(typedText(form.value, reasonField), lengths.reason)
    let task = await found()
    for (let left = tries; task && left > 0; left -= 1) {
      const { deskCase, tasks } = task
      const again = (fault: keyof typeof messages, status: 409 | 422) =>
        show(c, deskCase, kind, tasks, { form: form.value, text: messages[fault], status })
      const [last] = tasks.done
      if (!tasks.waiting)
        // The button was pressed twice, or the first answer was lost.
        return last?.doneBy === member.id && last.reason === reason
          ? seeOther(c, ratingTaskPath(number, kind))
          : again('done', 409)
      if (!reason) return again(reason === null ? 'tooLong' : 'required', 422)
      if (!tasks.waiting.looked) return again('notLooked', 409)
      const aside = await store.setRatingTaskAside(deskCase.stored, member, kind, reason, clock())
      if (aside.ok) return seeOther(c, ratingTaskPath(number, kind))
      // Somebody was first, or the case has moved: what is there now decides what this person is told.
      task = await found()
    }
    return showLostForm(c, 'moved', form.value, () => refuse(c, 'noCase'))
  }

  const app = new Hono()
  for (const kind of ratingTaskKinds)
    app.get(ratingTaskPath(':number', kind), read(kind)).post(ratingTaskPath(':number', kind), setAside(kind))
  return app
}
