import { describe, expect, it } from 'vitest'
import { startOfDay } from '#domain/basics/time.ts'
import { clocksOf } from '#domain/clocks/clocks.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { standingOf } from '#domain/moves/standing.ts'

/** Facts of a history that a move depends on: the people of both sides, and what they said and made. */

const at = (day: string) => startOfDay(day) + 9 * 3_600_000
const village = 'qingshi-liuwan-committee'

type Step = [kind: CaseEvent['kind'], data?: EventData, acting?: string]

const history = (steps: Step[]): CaseEvent[] =>
  steps.map(([kind, data = {}, acting = ''], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', at: at('2026-03-02') + index, acting, hash: '', data },
    unit: village,
  }))

const standing = (steps: Step[], now = '2026-03-02') => {
  const events = history(steps)
  const moment = at(now) + 60_000
  return standingOf(events, clocksOf(events, moment), 'mediation', moment)
}
type Fact = keyof ReturnType<typeof standingOf>

const filed: Step = ['filed', { category: 'neighbour', about: 'none' }]
const unnamed: Step = ['filed', { category: 'neighbour', about: 'none', anonymous: true }]
const complainant: Step = ['party', { party: 1, side: 'complainant', role: 'principal' }]
const friend: Step = ['party', { party: 2, side: 'complainant', role: 'principal' }]
const proxy: Step = ['party', { party: 2, side: 'other', role: 'proxy', for: 3 }]
const other: Step = ['party', { party: 2, side: 'other', role: 'principal' }]
const [invited, erased]: [Step, Step] = [
  ['invited', { party: 2 }],
  ['erased', { party: 2 }],
]
const draft: Step = ['invitation', { party: 2 }]
const [approved, declined]: [Step, Step] = [['invitation-approved'], ['invitation-declined']]
const drafted = [filed, other, draft]

const text: Step = [
  'agreement',
  {
    parties: [1, 2],
    agreement: {
      version: 1,
      sum: '',
      items: [
        { id: 1, by: [1], to: [2] },
        { id: 2, by: [2], to: [1] },
      ],
    },
  },
]
const concluded = (version: number): Step => ['settled', { version, effectiveOn: '2026-03-02' }]
const danger: Step = [
  'filed',
  { clocks: [{ rule: 'danger-contact', hours: 4, from: at('2026-03-02') }], danger: true },
]
const tell: Step = ['filed', { clocks: [{ rule: 'county-tell', days: 3, workdays: true }] }]

const over: Step[] = [filed, other, invited, ['settled'], ['closed']]
const storied: Step[] = [
  ...over,
  ['story', { party: 1 }],
  ['story-agreed', { party: 1 }],
  ['story-refused', { party: 1 }],
]
const consultation = (day: string): Step => [
  'consultation-booked',
  { party: 1, consultation: { id: 2, start: at(day) + 3_600_000, length: 30 } },
]
const spot: Step = ['settled', { spot: true, form: 'written' }]
const failed: Step = ['failed']
const reviewed: Step = ['reviewed', { cause: 'late', measureBy: '2026-04-01' }]
/** A question of the town. */
const question: Step = ['supervised', { answerBy: '2026-03-09' }, 'qingshi-committee']

describe('the people of a case, and what they said', () => {
  it.each<[Fact, string, string, Step[], Step[]]>([
    ['named', 'the complainant', 'nobody who filed unnamed', [filed, ['noted']], [unnamed, ['noted']]],
    ['named', 'who filed alone', 'who filed alone, unnamed', [filed], [unnamed]],
    ['others', 'one of the other side', 'a second complainant', [filed, other], [filed, friend]],
    ['others', 'one of them', 'one who was erased', [filed, other], [filed, other, erased]],
    ['invited', 'who was invited', 'who was only registered', [filed, other, invited], [filed, other]],
    [
      'invited',
      'another than who filed',
      'who filed and was given a code',
      [filed, complainant, other, invited],
      [filed, complainant, ['code-given', { party: 1 }]],
    ],
    ['drafted', 'words that wait', 'words that were approved', drafted, [...drafted, approved]],
    ['drafted', 'words that wait', 'no words', drafted, [filed, other]],
    ['approved', 'approved words', 'words that wait', [...drafted, approved], drafted],
    [
      'approved',
      'words that were sent',
      'declined words',
      [...drafted, approved, invited],
      [...drafted, declined],
    ],
    [
      'approved',
      'words for somebody who is there',
      'words for somebody who was erased',
      [...drafted, approved],
      [...drafted, approved, erased],
    ],
    [
      'refused',
      'who does not want to talk',
      'who changed their mind',
      [filed, other, ['refused', { party: 2 }]],
      [filed, other, ['refused', { party: 2 }], ['agreed', { party: 2 }]],
    ],
    ['booked', 'a consultation to come', 'none', [filed, consultation('2026-03-03')], [filed]],
    [
      'booked',
      'a consultation to come',
      'one that is over',
      [filed, consultation('2026-03-03')],
      [filed, consultation('2026-03-01')],
    ],
    ['joined', 'who joins the complainant', 'the other side', [filed, friend], [filed, other]],
    ['standIns', 'a proxy', 'somebody for themselves', [filed, proxy], [filed, other]],
  ])('%s: %s, but not %s', (fact, _, __, steps, near) => {
    expect(standing(steps)[fact]).toBe(true)
    expect(standing(near)[fact]).toBe(false)
  })
})

it('a case from an old ledger has no code until somebody gives one', () => {
  const imported: Step = ['filed', { category: 'neighbour', about: 'none', imported: true }]
  expect(standing([imported, ['closed']])).toHaveProperty('codeless', true)
  expect(standing([imported, ['closed'], ['code-reissued']])).not.toHaveProperty('codeless')
  expect(standing([filed, ['closed']])).not.toHaveProperty('codeless')
})

it.each<[string | null, string, Step[]]>([
  [null, 'for which nobody asked', []],
  ['asked', 'for which somebody asked', [['publication-asked']]],
  ['drafted', 'for which the words are written', [['publication-asked'], ['publication-drafted']]],
])('the publication is %s of an answer %s', (state, _, steps) => {
  expect(standing([filed, ['answered'], ...steps]).publication).toBe(state)
})

describe('what is to do for people', () => {
  it.each<[Fact, string, string, Step[], Step[]]>([
    ['unreached', 'somebody in danger', 'who was reached', [danger], [danger, ['contacted']]],
    ['unreached', 'who is in danger', 'who only waits for an answer', [danger], [tell]],
    ['agreed', 'a text that was concluded', 'a draft', [text, concluded(1)], [text]],
    ['agreed', 'this text', 'another version', [text, concluded(1)], [text, concluded(2)]],
    [
      'unkept',
      'a revisit that found so',
      'a revisit that found it kept',
      [filed, ['settled'], ['revisited', { kept: 'not' }]],
      [filed, ['settled'], ['revisited', { kept: 'kept' }]],
    ],
    [
      'unkept',
      'one of two items that is missed',
      'one that is done',
      [filed, text, concluded(1), ['item-missed', { item: 1 }]],
      [filed, text, concluded(1), ['item-done', { item: 1 }]],
    ],
    ['storyBack', 'who took their word back', 'who never agreed', storied, over],
    [
      'storyBack',
      'a story that is still up',
      'a story that was taken down',
      storied,
      [...storied, ['story-down']],
    ],
    [
      'unproven',
      'an unsigned record on the spot',
      'a record that both signed',
      [filed, spot],
      [filed, ['settled', { ...spot[1], signedBoth: true }]],
    ],
    ['unproven', 'a record on the spot', 'any other result', [filed, spot], [filed, ['settled']]],
    ['supervised', 'a question from above', 'none', [filed, question], [filed]],
    [
      'supervised',
      'a question from above',
      'one that was answered',
      [filed, question],
      [filed, question, ['supervision-answered', { supervision: 2 }]],
    ],
    ['reviewable', 'a case that failed', 'one that was settled', [filed, failed], [filed, ['settled']]],
    ['measureOpen', 'a measure of a review', 'no review', [filed, failed, reviewed], [filed, failed]],
    [
      'measureOpen',
      'a measure of a review',
      'one that was done',
      [filed, failed, reviewed],
      [filed, failed, reviewed, ['measure-done', { ofReview: 3 }]],
    ],
  ])('%s: %s, but not %s', (fact, _, __, steps, near) => {
    expect(standing(steps)[fact]).toBe(true)
    expect(standing(near)[fact]).toBe(false)
  })

  it.each<[Fact, Step[], string, string]>([
    ['revisitDue', [filed, ['settled']], '2026-03-31', '2026-04-01'],
    ['fitsStory', over, '2027-03-01', '2027-03-02'],
  ])('%s: on the day, and not on the day before', (fact, steps, before, day) => {
    expect(standing(steps, before)[fact]).toBe(false)
    expect(standing(steps, day)[fact]).toBe(true)
  })
})
