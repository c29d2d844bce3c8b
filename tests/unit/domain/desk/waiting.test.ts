import { describe, expect, it } from 'vitest'
import { saidIn } from '#domain/desk/waiting.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { askedBy } from '#domain/history/turned-to.ts'
import { type EventKind, eventKinds, eventRow } from '#domain/words/events.ts'
import { personWaits } from '#domain/words/waits.ts'

/** What people of a case wait for: each list of such cases has on top who has waited longest. */

const event = (seq: number, kind: EventKind, party: number, data = {}): CaseEvent => ({
  ...{ seq, kind, at: seq, unit: 'qingshi-liuwan-committee', acting: '', hash: '' },
  ...{ actor: `party:${party}`, data: { party, ...data } },
})
const history = (kind: EventKind, party: number): CaseEvent[] => [
  event(1, 'filed', 1),
  event(2, 'party', 1),
  event(3, 'party', 2, { side: 'other' }),
  event(4, kind, party),
]

describe('a person who waits for a word of the desk', () => {
  const wanting = eventKinds.filter((kind) => eventRow(kind).wantsAnswer)

  it.each(wanting.flatMap((kind) => [1, 2].map((party) => [kind, party] as const)))(
    'by %s of person %i is listed by how long they wait',
    (kind, party) => {
      const { waits, waitsSince } = saidIn(history(kind, party))
      expect(waitsSince).toBe(4)
      expect(personWaits).toContain(waits)
    },
  )

  it('is told apart by their side, and is of the complainant if both wrote', () => {
    expect(saidIn(history('wrote', 1)).waits).toBe('wrote')
    expect(saidIn(history('wrote', 2)).waits).toBe('otherWrote')
    expect(saidIn([...history('wrote', 2), event(5, 'wrote', 1)])).toEqual({ waits: 'wrote', waitsSince: 4 })
  })

  it('is listed so at the unit above too', () => {
    const asked = eventKinds.flatMap(
      (kind) => askedBy(event(1, kind, 1, { above: 'qingshi-centre' }))?.what ?? [],
    )
    expect(asked.length).toBeGreaterThan(3)
    // An answer of the desk is no wish of a person.
    expect(asked.filter((what) => !personWaits.includes(what))).toEqual(['answeredUs'])
  })
})
