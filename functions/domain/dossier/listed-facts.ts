import { dayOf, signedDay } from '#domain/basics/time.ts'
import { type Clock, clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import { findWay } from '#domain/clocks/remaining-ways.ts'
import { type CaseEvent, staffIdOf } from '#domain/history/events.ts'
import { wordIn } from '#domain/history/words.ts'
import { county } from '#generated/county.ts'
import type { DossierCase } from './case.ts'

/** Facts of several lines: periods, ways that remain, what staff wrote. */

/** The clocks as they were with an event: what happened since changes no paper that was sent. */
export const clocksAt = ({ seq, at }: CaseEvent, { events }: DossierCase): Clock[] =>
  clocksOf(
    events.filter((event) => event.seq <= seq),
    at,
  )

/** The periods that began with an event, as the complainant sees them. */
export const periods = (event: CaseEvent, view: DossierCase): string | undefined => {
  const begun = new Set(event.data.clocks?.map(({ rule }) => rule))
  return (
    publicClocks(clocksAt(event, view))
      .filter(({ rule }) => begun.has(rule.id))
      .map(({ rule, due }) => {
        const source = rule.article ? county.articles[rule.article] : rule.countyRule
        return `${signedDay(due)}前，${rule.next}（${source}）`
      })
      .join('\n') || undefined
  )
}

/** The ways that remain, each with how long it stays open (人民调解法 26). */
export const ways = ({ data }: CaseEvent): string | undefined =>
  (data.ways ?? [])
    .flatMap((id) => findWay(id) ?? [])
    .map(({ name, span, from }) => `${name}：${span}${from ? `，从${from}` : ''}`)
    .join('\n') || undefined

const written: readonly CaseEvent['kind'][] = ['noted', 'called']

/** True for a note of staff or a call. */
export const isRecord = ({ kind }: Pick<CaseEvent, 'kind'>): boolean => written.includes(kind)

/** Notes of staff and calls, in order, each with its day and who wrote it. */
export const record = (view: DossierCase): string =>
  view.events
    .filter(isRecord)
    .map((event) => {
      const by = view.names.get(staffIdOf(event.actor) ?? '') ?? '工作人员'
      const call =
        event.kind === 'called' ? `打电话，${event.data.reached === 'yes' ? '打通了' : '没有打通'}。` : ''
      return `${signedDay(dayOf(event.at))}，${by}：${call}${wordIn(view, event, 'reason') ?? ''}`
    })
    .join('\n')
