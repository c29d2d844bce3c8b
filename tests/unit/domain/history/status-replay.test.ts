import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '#domain/history/events.ts'
import { statusBeforeBreak, statusIn } from '#domain/history/status-replay.ts'
import { type EventKind, eventKinds } from '#domain/words/events.ts'
import type { Status } from '#domain/words/statuses.ts'

/** The status a case returns to once the person has answered or the outside body has replied. */

const history = (...kinds: EventKind[]): CaseEvent[] =>
  kinds.map((kind, index) => ({
    seq: index + 1,
    kind,
    actor: 'console',
    at: index,
    unit: 'qingshi-committee',
    acting: '',
    hash: '',
    data: {},
  }))

const statusBefore = (...kinds: EventKind[]): Status => statusBeforeBreak(history(...kinds))

describe('a case in mediation', () => {
  const leads: Partial<Record<EventKind, Status>> = {
    filed: 'filed',
    accepted: 'accepted',
    declined: 'declined',
    handling: 'handling',
    settled: 'settled',
    failed: 'failed',
    answered: 'answered',
    withdrawn: 'withdrawn',
    closed: 'closed',
    referred: 'referred',
    asked: 'waiting',
    reopened: 'accepted',
    merged: 'closed',
    // Nothing was asked: the status where handling starts.
    'referral-answered': 'accepted',
    replied: 'accepted',
  }

  it.each(eventKinds)('has the expected status after %s', (kind) => {
    expect(statusIn(history('filed', 'accepted', 'mediating', kind))).toBe(leads[kind] ?? 'mediating')
  })
})

describe('a case that was paused by a question or referral', () => {
  it.each<[EventKind[], Status]>([
    [['filed', 'asked'], 'filed'],
    [['filed', 'accepted', 'asked'], 'accepted'],
    [['filed', 'accepted', 'mediating', 'asked'], 'mediating'],
    [['filed', 'accepted', 'handling', 'referred'], 'handling'],
    // Steps that only add to the record do not count.
    [['filed', 'accepted', 'mediating', 'noted', 'message', 'asked'], 'mediating'],
    // Asked while it is referred, or the other way round: the status before both.
    [['filed', 'accepted', 'handling', 'referred', 'asked'], 'handling'],
    [['filed', 'accepted', 'handling', 'asked', 'referred'], 'handling'],
    [['filed', 'accepted', 'handling', 'asked', 'asked'], 'handling'],
    // Answered, and asked again.
    [['filed', 'accepted', 'mediating', 'asked', 'replied', 'asked'], 'mediating'],
    [['filed', 'accepted', 'handling', 'referred', 'referral-answered', 'referred'], 'handling'],
    // Answered, moved on, asked again.
    [['filed', 'accepted', 'asked', 'replied', 'mediating', 'asked'], 'mediating'],
    // Reopened after each end.
    [['filed', 'accepted', 'mediating', 'settled', 'reopened', 'asked'], 'accepted'],
    [['filed', 'accepted', 'handling', 'answered', 'reopened', 'referred'], 'accepted'],
    // An ended case stays ended.
    ...(['settled', 'answered', 'failed', 'declined', 'withdrawn', 'closed'] as const).map(
      (end): [EventKind[], Status] => [['filed', 'accepted', end, 'asked'], end],
    ),
    [['filed', 'accepted', 'merged', 'asked'], 'closed'],
  ])('with the steps %j returns to %s', (kinds, status) => {
    expect(statusBefore(...kinds)).toBe(status)
  })

  it('without any question returns to accepted', () => {
    expect(statusBefore('filed')).toBe('accepted')
  })
})
