import type { Context } from 'hono'
import { spokenInstant } from '#domain/basics/time.ts'
import { complainant } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import { wordsOf } from '#domain/history/words.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { unit } from '#domain/places/areas.ts'
import { casePath, movePath, withQuery } from '#domain/routes/desk.ts'
import { deskStatus } from '#domain/words/statuses.ts'
import { deskPage } from '#http/desk-page.tsx'
import type { CaseView } from '../case/case-view.ts'
import { readCase } from '../case/read-case.ts'
import { openedFrom } from '../lists/opened-from.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-list.tsx'
import { FiledWords } from '../ui/filed-words.tsx'
import { seenField } from './page.tsx'

/** The second step of a merge: both cases side by side. Posting its number again confirms the other case. */

export const confirmedField = 'confirmed'

const Side = ({ view, title }: { view: CaseView; title: string }) => {
  const person = personIn(view, complainant)
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>
        <a href={casePath(view.number)}>{view.number}</a> · {subjectOf(view)}
      </p>
      <p class="soft small">
        {spokenInstant(view.filedAt)} 登记，{deskStatus(view.status)}，在{unit(view.unit).name}手上
      </p>
      <p>
        <b>姓名：</b>
        {person.name ?? '没有留'}　<b>电话：</b>
        {person.phone ?? '没有留'}
      </p>
      <FiledWords filed={wordsOf(view, 'filed')} />
    </section>
  )
}

/**
 * Answers a merge that is not confirmed yet. Showing both cases is a read of each, logged first.
 * @param seen sequence number of the last event the person saw
 */
export const mergeComparison = async (
  ports: DeskCasePorts,
  c: Context,
  number: string,
  { other = '', message = '' }: MoveInput,
  seen: number,
): Promise<Response> => {
  const member = memberOf(c)
  const mine = await readCase(ports, member, number, 'open')
  const into = mine && (await readCase(ports, member, other, 'open'))
  if (!mine || !into) return missingCase(ports, c)
  const from = openedFrom(c).query
  const title = '并案前，对一对'
  const main = (
    <div class="page-width">
      <header class="page-head">
        <h1>{title}</h1>
        <p>确实是同一个人、同一件事，才并。并了以后，这一件办结，往后都在那一件里办，撤不回来。</p>
      </header>
      <div class="halves">
        <Side view={mine} title="这一件，并进去" />
        <Side view={into} title="那一件，接着办" />
      </div>
      <form class="section" action={withQuery(movePath(number, 'merged'), from)} method="post">
        {Object.entries({ [seenField]: String(seen), other, message, [confirmedField]: other }).map(
          ([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ),
        )}
        <p class="typed">
          <b>给申请人的话：</b>
          {message}
        </p>
        <div class="actions">
          <button class="button" type="submit">
            是同一件，并案
          </button>
          <a class="button secondary" href={withQuery(casePath(number), from)}>
            不并
          </a>
        </div>
      </form>
    </div>
  )
  return deskPage(c, { title, current: 'cases', main })
}
