import { describe, expect, it } from 'vitest'
import { unansweredIn, waitingPeople, wasSetAside } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'

const event = (seq: number, kind: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  ...{ seq, kind: kind as CaseEvent['kind'], actor: 'staff:a', at: seq, unit: 'u', acting: '' },
  ...{ hash: '', data: {} },
  ...more,
})
const wrote = (seq: number, actor: CaseEvent['actor'] = 'party:1') =>
  event(seq, 'wrote', { actor, data: { to: ['desk'] } })
const left = (...events: CaseEvent[]) => unansweredIn(events).map(({ seq }) => seq)

describe('what the holder of a code wrote waits for an answer', () => {
  it.each<[string, Partial<CaseEvent>, number[]]>([
    ['message', { data: { to: ['party:1'] } }, []],
    ['message', { data: { to: ['party:2', 'party:1'] } }, []],
    ['accepted', { data: { to: ['party:1'] } }, []],
    ['accepted', {}, [1, 2]],
    ['extended', { data: { to: ['party:1'] } }, [1, 2]],
    ['message', { data: { to: ['party:2'] } }, [1, 2]],
    ['noted', {}, [1, 2]],
    ['transferred', {}, [1, 2]],
    ['closed', {}, [1, 2]],
    ['set-aside', {}, []],
    ['called', { data: { reached: 'yes' } }, []],
    ['called', { data: { reached: 'no' } }, [1, 2]],
    ['noted', { data: { reached: 'yes' } }, [1, 2]],
    ['erased', { data: { party: 1 } }, []],
    ['erased', { data: { party: 2 } }, [1, 2]],
    ['replied', { actor: 'party:1', data: { to: ['desk'] } }, [1, 2]],
    ['of-a-later-release', {}, [1, 2]],
  ])('after %s %j: %j', (kind, more, expected) => {
    expect(left(wrote(1), wrote(2), event(3, kind, more))).toEqual(expected)
  })

  it('and an answer of theirs in which they ask to be called', () => {
    const replied = event(2, 'replied', { actor: 'party:1', data: { to: ['desk'], call: true } })
    expect(left(event(1, 'asked'), replied)).toEqual([2])
    expect(left(event(1, 'asked'), replied, event(3, 'set-aside'))).toEqual([])
    expect(left(event(1, 'asked'), event(2, 'replied', { actor: 'party:1' }))).toEqual([])
  })

  it('and an urge, until somebody else takes a step', () => {
    const urged = event(1, 'urged', { actor: 'party:1' })
    expect(left(urged, event(2, 'replied', { actor: 'party:1', data: { to: ['desk'] } }))).toEqual([1])
    expect(left(urged, event(2, 'mediating'))).toEqual([])
    expect(left(urged, event(2, 'noted'))).toEqual([1])
  })

  it.each<[string, boolean]>([
    ['urged', true],
    ['mediator-asked', true],
    ['invitation-declined', true],
    ['refusal-disputed', true],
    ['wrote', false],
    ['file-added', false],
    ['spot-disputed', false],
  ])('%s only while the case goes on: %s', (kind, isWish) => {
    const asked = event(1, kind, { actor: 'party:2' })
    expect(left(asked, event(2, 'noted'))).toEqual([1])
    for (const end of ['settled', 'failed', 'closed', 'withdrawn'])
      expect(left(asked, event(2, end, { actor: 'party:2' })), end).toEqual(isWish ? [] : [1])
    expect(left(event(1, 'failed'), event(2, kind, { actor: 'party:2' }))).toEqual([2])
  })

  it.each<[string, CaseEvent['actor'], number[]]>([
    ['refused', 'party:2', []],
    ['agreed', 'party:2', []],
    ['refused', 'staff:a', [1]],
    ['agreed', 'party:3', [1]],
  ])('and a refusal that was disputed, until they say it themselves: %s by %s', (kind, actor, expected) => {
    const disputed = event(1, 'refusal-disputed', { actor: 'party:2', data: { party: 2 } })
    expect(left(disputed, event(2, kind, { actor, data: { party: 2 } }))).toEqual(expected)
  })

  it('and was set aside only if it waited', () => {
    const replied = event(2, 'replied', { actor: 'party:1', data: { to: ['desk'] } })
    const events = [event(1, 'asked'), replied, wrote(3), event(4, 'set-aside')]
    expect(events.filter((one) => wasSetAside(one, events)).map(({ seq }) => seq)).toEqual([3])
  })

  it('and was not set aside if it was answered before', () => {
    const answered = [wrote(1), event(2, 'message', { data: { to: ['party:1'] } })]
    for (const events of [answered, [...answered, wrote(3), event(4, 'set-aside')]])
      expect(wasSetAside(wrote(1), events)).toBe(false)
  })

  it('again if it comes after the answer', () => {
    expect(left(wrote(1), event(2, 'message', { data: { to: ['party:1'] } }), wrote(3))).toEqual([3])
  })

  it.each<[string, Partial<CaseEvent>, number[]]>([
    ['message', { data: { to: ['party:2'] } }, [1]],
    ['set-aside', { data: { party: 2 } }, [1]],
    ['set-aside', { data: { party: 1 } }, [2]],
    ['set-aside', {}, []],
  ])('for each person on their own, after %s %j', (kind, more, expected) => {
    expect(left(wrote(1), wrote(2, 'party:2'), event(3, kind, more))).toEqual(expected)
  })

  it('and what staff wrote down themselves, until anybody’s words are set aside', () => {
    const missed = event(1, 'item-missed')
    expect(left(missed, wrote(2, 'party:2'), event(3, 'set-aside', { data: { party: 2 } }))).toEqual([])
  })

  it('of everybody who waits, the longest first', () => {
    const events = [wrote(1, 'party:3'), wrote(2), wrote(3, 'party:3'), event(4, 'item-missed')]
    expect(waitingPeople(events)).toEqual([3, 1])
  })
})
