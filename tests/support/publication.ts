import { expect } from 'vitest'
import { movePath } from '#domain/routes/desk.ts'
import { actions } from '#domain/routes/site.ts'
import { publicationCheckIds } from '#domain/words/publication-checks.ts'
import { eventsOf, holder, staffAt } from './holder.ts'
import { ended, type Filed, type Move } from './rating.ts'
import type { DeskWorld } from './staff.ts'

/** Answers to suggestions that are published on request, from the request to the agreement, by the pages. */

export const office = 'qingshi-office'

export const publicWords = {
  publicQuestion: '路口的路灯坏了半年，能不能修一修？',
  publicAnswer: '报了计划，明年 3 月以前换好。',
}

const toAnswer: Move[] = [
  ['accepted', { subject: '路灯' }],
  ['answered', { message: '路灯明年三月以前换好。' }],
]

type Staff = Awaited<ReturnType<typeof staffAt>>

export const makePublications = (world: DeskWorld) => {
  /** A suggestion with an answer. */
  const suggested = (changes: Record<string, unknown> = {}, moves = toAnswer) =>
    ended(world, { track: 'suggestion', category: 'other', ...changes }, moves)

  const make = async (
    staff: Staff,
    filed: Filed,
    kind: 'publication-drafted' | 'publication-approved' | 'publication-ended',
    fields: Record<string, string> = {},
    checks: readonly string[] = publicationCheckIds,
  ) => {
    const seen = String((await eventsOf(world, filed)).length)
    return staff.postPairs(movePath(filed.caseNumber, kind), [
      ...Object.entries({ seen, ...fields }),
      ...checks.map((id): [string, string] => ['publicationChecks', id]),
    ])
  }

  /** Says something with the form of the page, which names the words that were read. */
  const say = async (filed: Filed, said: string) => {
    const person = holder(world, filed)
    const seq = /name="words" value="(\d+)"/.exec(await person.page(actions.trackPublication))?.[1] ?? ''
    return person.post(actions.trackPublication, { words: seq, say: said })
  }

  /** A suggestion whose short words wait for who filed it. */
  const offered = async () => {
    const filed = await suggested()
    await say(filed, 'asked')
    const writer = await staffAt(world, office)
    expect((await make(writer, filed, 'publication-drafted', publicWords)).status).toBe(303)
    const lead = await staffAt(world, office, 'lead')
    expect((await make(lead, filed, 'publication-approved')).status).toBe(303)
    return filed
  }

  /** One that everybody reads from the next month on. */
  const agreed = async () => {
    const filed = await offered()
    expect((await say(filed, 'agreed')).status).toBe(303)
    return filed
  }

  return { suggested, make, say, offered, agreed }
}
