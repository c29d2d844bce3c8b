import { dayOf, startOfDay } from '#domain/basics/time.ts'
import {
  type ClaimedNotice,
  mayTry,
  type Outcome,
  postponed,
  type Settled,
  settle,
} from '#domain/notices/attempts.ts'
import { claimLife, claimPages, claimRows, failuresToStop, retryAfter } from '#domain/notices/bounds.ts'
import { isWaking, sendFrom } from '#domain/notices/hours.ts'
import { mayTell } from '#domain/notices/may-tell.ts'
import type { Ports } from '#ports'
import type { NoticeStore } from '#store/ports/notices.ts'
import type { Provider } from './provider.ts'
import type { Senders } from './senders.ts'

/**
 * Sends the notices that are due (docs/adr/0039-notices.md). Called by the scheduler; the next run continues where this
 * one stopped. Running it twice at once sends nothing twice.
 */

type UseCasePorts = Pick<Ports<NoticeStore>, 'store' | 'clock' | 'log'>

/** What a run did: attempts by outcome, and what it put off, let go or gave up. */
export type Sent = Record<Outcome | 'later' | 'nobody' | 'dead', number>

interface Attempt {
  did: keyof Sent
  to: Settled | null
}

type Way = { provider: Provider; to: string; text: string } | 'nobody' | { from: number }

/** How a notice is sent now, that nobody is to be told, or from when on it may be sent. */
const wayOf = async (
  { store }: Pick<UseCasePorts, 'store'>,
  { holder, ofUnit }: Senders,
  notice: ClaimedNotice,
  now: number,
): Promise<Way> => {
  if (notice.kind !== 'holder') return ofUnit(notice.kind, notice.recipient) ?? 'nobody'
  const answers = await store.answersOf(notice)
  const told = answers && mayTell(answers)
  const from = told && sendFrom(told.hours, now)
  if (!holder || from === null) return 'nobody'
  return from > now ? { from } : { ...holder, to: told?.number ?? '' }
}

/**
 * One answer of each provider for a run: during an outage no message is tried, so that none becomes unsure. A provider that
 * says its account takes nothing is not asked again in the run.
 */
const reaching = ({ log }: Pick<UseCasePorts, 'log'>) => {
  const asked = new Map<Provider, Promise<boolean>>()
  const stop = (provider: Provider) => asked.set(provider, Promise.resolve(false))
  const reaches = async (provider: Provider, kind: string): Promise<boolean> => {
    const known = asked.get(provider)
    if (known) return known
    const answer = provider.reach()
    asked.set(provider, answer)
    const reached = await answer
    if (!reached) log({ event: 'notices', kind: 'unreachable', to: kind })
    return reached
  }
  return { reaches, stop }
}

const attempt = async (
  ports: UseCasePorts,
  senders: Senders,
  { reaches, stop }: ReturnType<typeof reaching>,
  notice: ClaimedNotice,
): Promise<Attempt> => {
  const now = ports.clock()
  const later = { did: 'later', to: postponed(notice, now + retryAfter[0]) } as const
  try {
    const way = await wayOf(ports, senders, notice, now)
    if (way === 'nobody') return { did: 'nobody', to: null }
    if ('from' in way) return { did: 'later', to: postponed(notice, way.from) }
    const { provider, to, text } = way
    if (!mayTry(notice, provider.takesId))
      return { did: 'dead', to: { ...postponed(notice, now), state: 'dead' } }
    if (!(await reaches(provider, notice.kind))) return later
    const outcome = await provider.send({ id: notice.id, to, text })
    if (outcome === 'stopped') stop(provider)
    ports.log({ event: 'notice', kind: outcome, to: notice.kind, id: notice.id })
    return { did: outcome, to: settle(notice, outcome, provider.takesId, ports.clock()) }
  } catch {
    // The database, or a fault of ours before anything was sent.
    ports.log({ event: 'notice', kind: 'fault', to: notice.kind, id: notice.id })
    return later
  }
}

const failed: readonly (keyof Sent)[] = ['again', 'unsure']

/**
 * Sends what is due, `claimPages` times a few; stops early if the last attempts all failed.
 * @param since rows of an earlier time are never sent
 * @returns what it did; all zero at night
 */
export const sendNotices = async (ports: UseCasePorts, senders: Senders, since: number): Promise<Sent> => {
  const done: Sent = { sent: 0, again: 0, refused: 0, stopped: 0, unsure: 0, later: 0, nobody: 0, dead: 0 }
  const { store, clock, log } = ports
  if (!isWaking(clock())) return done
  const today = startOfDay(dayOf(clock()))
  await store.addStaffNotices(senders.staff, { now: clock(), today, since })
  const providers = reaching(ports)
  let failures = 0
  for (let page = 0; page < claimPages && failures < failuresToStop; page += 1) {
    const now = clock()
    const { kinds } = senders
    const claimed = await store.claimNotices({ now, since, until: now + claimLife, kinds, limit: claimRows })
    const attempts = await Promise.all(
      claimed.map(async (notice) => ({ notice, ...(await attempt(ports, senders, providers, notice)) })),
    )
    await store.settleNotices(attempts).catch(() => store.settleNotices(attempts))
    for (const { did, to } of attempts) {
      done[did] += 1
      if (to?.state === 'dead' && did !== 'dead') done.dead += 1
      failures = failed.includes(did) ? failures + 1 : 0
    }
    if (claimed.length < claimRows) break
  }
  if (done.dead > 0) log({ event: 'notices', kind: 'dead', count: done.dead })
  return done
}
