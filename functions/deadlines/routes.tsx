import { type Context, Hono } from 'hono'
import { dayMessage, readTypedDay } from '#domain/basics/read-day.ts'
import { fail, type Result } from '#domain/basics/result.ts'
import { type Day, dayOf } from '#domain/basics/time.ts'
import { countLimit } from '#domain/clocks/county-calendar.ts'
import type { LimitData, LimitEntry } from '#domain/content/limit-data.ts'
import { dataFiles, limitCount, pages } from '#domain/routes/site.ts'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import { calendarFile } from './calendar-file.ts'
import { LimitForm } from './form.tsx'
import { CountedLimit } from './page.tsx'

/**
 * GET /deadlines/when and its .ics: the last day of a limit, counted from the day a person enters. Stores
 * nothing.
 */

/** The earliest day accepted: no limit here can still run from an earlier one (民法典 188: twenty years). */
const earliest = '1990-01-01'

const readFrom = (typed: string, today: Day): Result<Day, string> => {
  if (typed.trim() === '') return fail('请填哪一天')
  const read = readTypedDay(typed, today)
  if (!read.ok) return fail(dayMessage(read.error))
  if (read.value < earliest) return fail(`太早了，请填 ${earliest.slice(0, 4)} 年以后的日子`)
  return read.value > today ? fail('这一天还没到，请填已经发生的日子') : read
}

/**
 * 422 with the form for an unknown limit or a day that cannot be counted from; 503 if the data file cannot be
 * read.
 */
export const deadlineRoutes = ({ asset, clock }: Pick<Ports, 'asset' | 'clock'>): Hono => {
  const loadData = async (): Promise<LimitData | undefined> =>
    (await (await asset(dataFiles.limits))?.json()) as LimitData | undefined

  /** Reads the limit and the day; returns them, or the page that explains the error. */
  const take = async (
    c: Context,
  ): Promise<{ data: LimitData; limit: LimitEntry; from: Day; today: Day } | Response> => {
    const data = await loadData()
    if (!data) return refuse(c, 'unavailable')
    const [id, typed] = [queryValue(c, 'limit'), queryValue(c, 'from')]
    const today = dayOf(clock())
    const limit = data.limits.find((one) => one.id === id)
    const day = readFrom(typed, today)
    const errors = [
      ...(limit ? [] : [{ field: 'limit', text: '请选一件事' }]),
      ...(day.ok ? [] : [{ field: 'from', text: day.error }]),
    ]
    if (limit && day.ok) return { data, limit, from: day.value, today }
    const main = <LimitForm limits={data.limits} chosen={id} typed={typed} errors={errors} alone />
    return page(c, { title: `错误：${pages.deadlines.name}`, current: null, main }, 422)
  }

  return new Hono()
    .get(limitCount.page, async (c) => {
      const question = await take(c)
      if (question instanceof Response) return question
      const { data, limit, from, today } = question
      const counted = countLimit(from, limit)
      const main = <CountedLimit data={data} limit={limit} from={from} today={today} counted={counted} />
      return page(c, { title: `${limit.name}：最后一天`, current: null, main })
    })
    .get(limitCount.calendar, async (c) => {
      const question = await take(c)
      if (question instanceof Response) return question
      const { limit, from } = question
      c.header('cache-control', 'no-store')
      c.header('content-type', 'text/calendar; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="deadline.ics"')
      return c.body(calendarFile(limit, countLimit(from, limit).day, clock()))
    })
}
