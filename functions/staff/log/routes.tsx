import { Hono } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import { afterDay, dayOf, startOfDay } from '#domain/basics/time.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { logReach } from '#domain/staff/areas.ts'
import { logPageRows } from '#domain/staff/desk-log.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import type { AccountStore } from '#store/ports/staff/accounts.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { StaffPorts } from '../ports.ts'
import { rowsFor } from './for-reader.ts'
import { namesIn } from './names-in.ts'
import { LogPage } from './page.tsx'

const idPattern = /^\d{13}-[0-9a-f-]{1,40}$/

/** /desk/log: the log of sign-ins and searches, for admins and the county's leads; 404 for all others. */
export const logRoutes = (ports: StaffPorts<Pick<AccountStore, 'names'> & Pick<LogStore, 'logPage'>>): Hono =>
  new Hono().get(deskPages.log.path, async (c) => {
    const units = logReach(c.get('staff'))
    if (units === undefined) return refuse(c, 'notFound')
    const today = dayOf(ports.clock())
    const typed = queryValue(c, 'day')
    const read = readDay(typed)
    const wrong = typed !== '' && (read === null || read > today)
    const day = read && !wrong ? read : today
    const subject = queryValue(c, 'who') || undefined
    const last = queryValue(c, 'before')
    const before = idPattern.test(last) ? last : undefined
    const found = await ports.staff.logPage({
      units,
      subject,
      limit: logPageRows + 1,
      from: subject ? undefined : startOfDay(day),
      to: before ?? (subject ? undefined : afterDay(day)),
    })
    const lines = await rowsFor(ports, c.get('staff'), found.slice(0, logPageRows))
    const names = await namesIn(ports, lines)
    const next = found.length > logPageRows ? lines.at(-1)?.id : undefined
    const query = new URLSearchParams(subject ? { who: subject } : { day })
    if (next) query.set('before', next)
    const errors = wrong ? [{ field: 'day', text: '请填一个到过的日子，例如 2026-11-24。' }] : []
    const main = (
      <LogPage
        lines={lines}
        names={names}
        day={day}
        today={today}
        errors={errors}
        // A name is shown only if there are rows: people outside the reader's area have no rows here, and so no name.
        who={subject && lines.length > 0 ? { id: subject, name: names.get(subject) ?? subject } : null}
        next={next ? `${deskPages.log.path}?${query}` : null}
        all={units === null}
        state={{ value: () => typed || day, error: () => errors[0]?.text }}
      />
    )
    return deskPage(
      c,
      { title: wrong ? `错误：${deskPages.log.name}` : deskPages.log.name, current: 'log', main },
      wrong ? 422 : 200,
    )
  })
