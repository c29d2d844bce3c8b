import { describe, expect, it } from 'vitest'
import { deskEntry } from '#domain/desk/listing.ts'
import { publicKind } from '#domain/following/timeline.ts'
import { pendingExtension } from '#domain/history/case-history.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { readWords } from '#domain/history/words.ts'
import { fieldsOf } from '#domain/moves/read-move.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { moveKinds } from '#domain/moves/table.ts'
import { type EventKind, eventKinds, eventRow } from '#domain/words/events.ts'
import { isBreak, isEnded, isResult, moodOf, type Status } from '#domain/words/statuses.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { kindsThat } from '#domain/words/unit-kinds.ts'
import type { Waits } from '#domain/words/waits.ts'

/** The tables of events, statuses and kinds of unit, written out again, so that a changed row fails here. */

const history = (...rows: [EventKind, EventData?][]): CaseEvent[] =>
  rows.map(([kind, data = {}], index) => ({
    seq: index + 1,
    kind,
    actor: 'console',
    at: index,
    unit: 'qingshi-committee',
    acting: '',
    hash: '',
    data,
  }))

const waitingAfter = (status: Status, ...rows: [EventKind, EventData?][]) =>
  deskEntry(history(...rows), { status, about: 'none', danger: false, people: null }, 10).waiting
const waitsAfter = (...after: Parameters<typeof waitingAfter>): Waits | '' => waitingAfter(...after).waits

describe('the desk entry waiting after an event', () => {
  const expected: Record<EventKind, Waits | ''> = {
    filed: '',
    party: 'came',
    accepted: '',
    declined: '',
    mediating: '',
    handling: '',
    message: 'came',
    settled: '',
    failed: '',
    answered: '',
    withdrawn: '',
    closed: '',
    // Given back to the desk without a name: somebody has to take it over.
    assigned: 'vacant',
    transferred: 'came',
    escalated: 'came',
    'sent-down': 'came',
    returned: 'back',
    'reported-back': 'reported',
    'cohandler-joined': 'came',
    'cohandler-left': 'came',
    referred: '',
    'referral-answered': '',
    asked: '',
    replied: 'replied',
    noted: 'came',
    contacted: 'came',
    'duty-reported': 'came',
    'extension-requested': '',
    extended: '',
    'extension-refused': '',
    delivered: 'came',
    'lead-named': 'came',
    judged: 'came',
    'danger-marked': '',
    'danger-lifted': 'came',
    reopened: '',
    linked: 'came',
    merged: '',
    'subject-set': 'came',
    'code-replaced': 'came',
    'area-merged': 'came',
    'party-corrected': 'came',
    erased: 'came',
    recused: 'came',
    'recusal-recorded': 'came',
    'recusal-lifted': 'came',
    'mediator-changed': 'came',
    wrote: 'wrote',
    'set-aside': 'came',
    'code-reissued': 'came',
    'file-added': 'wrote',
    'file-recorded': 'came',
    'file-fact': 'came',
    urged: 'urged',
    'withdrawal-asked': 'came',
    'request-cancelled': 'came',
    'request-confirmed': 'came',
    'erasure-asked': 'came',
    objected: 'came',
    'request-set-aside': 'came',
    called: 'came',
    'answer-opened': 'came',
    invitation: 'came',
    'invitation-approved': 'approved',
    'invitation-declined': 'wrote',
    invited: '',
    agreed: 'willing',
    refused: 'refused',
    'refusal-disputed': 'wrote',
    told: 'came',
    revisited: 'came',
    'petition-recorded': 'came',
    reviewed: 'came',
    'measure-done': 'came',
    story: 'came',
    'story-agreed': 'came',
    'story-refused': 'came',
    'story-down': 'came',
    agreement: '',
    'agreement-read': 'came',
    'item-done': 'came',
    'item-received': 'came',
    'item-missed': 'missed',
    'court-confirmed': 'came',
    'item-due': 'came',
    'spot-disputed': 'denied',
    'spot-checked': 'came',
    'times-proposed': 'came',
    // Nothing is proposed here.
    'times-chosen': '',
    'session-set': '',
    'session-arranged': '',
    'council-set': '',
    'hearing-set': '',
    'session-postponed': 'came',
    'session-cancelled': 'came',
    'session-absent': 'came',
    'session-held': 'came',
    'minutes-corrected': 'came',
    'minutes-signed': 'came',
    'code-given': 'came',
    'stood-down': 'came',
    'mediator-asked': 'wrote',
    'company-agreed': 'came',
    'consultation-booked': 'came',
    'consultation-cancelled': 'came',
    supervised: 'came',
    'supervision-answered': 'came',
    imported: 'came',
    'publication-asked': 'came',
    'publication-drafted': 'came',
    'publication-approved': 'came',
    'publication-agreed': 'came',
    'publication-refused': 'came',
    'publication-ended': 'came',
  }

  it.each(['erased', 'party-corrected', 'a-kind-of-a-later-release'])(
    'an unread reply, then %s: the reply still waits',
    (kind) => {
      expect(waitsAfter('accepted', ['filed'], ['asked'], ['replied'], [kind as EventKind])).toBe('replied')
    },
  )

  it.each(Object.entries(expected))('a case that came, then %s: %j', (kind, waits) => {
    expect(waitsAfter('accepted', ['filed'], ['transferred'], [kind as EventKind])).toBe(waits)
  })

  it.each<[string, Status, [EventKind, EventData?][], Waits | '']>([
    ['after its end', 'closed', [['filed'], ['closed'], ['wrote']], 'wrote'],
    ['until it is set aside', 'closed', [['filed'], ['closed'], ['wrote'], ['set-aside']], ''],
    ['behind its acceptance', 'filed', [['filed'], ['wrote']], 'new'],
    ['when it is accepted without a word', 'accepted', [['filed'], ['wrote'], ['accepted']], 'wrote'],
    ['before an unread reply', 'accepted', [['filed'], ['replied'], ['wrote']], 'wrote'],
    [
      'behind a request for days',
      'accepted',
      [['filed'], ['extension-requested', { asks: { rule: 'county-mediation', days: 5 } }], ['wrote']],
      'approve',
    ],
  ])('has a message of its holder %s', (_, status, rows, waits) => {
    expect(waitsAfter(status, ...rows)).toBe(waits)
  })

  it.each<[string, [EventKind, EventData?][], number | null]>([
    ['nothing waits', [['filed'], ['accepted']], null],
    ['it is new', [['filed']], 0],
    ['it came', [['filed'], ['transferred'], ['noted']], 1],
    ['its holder wrote, twice', [['filed'], ['accepted'], ['wrote'], ['wrote']], 2],
    ['its holder urges after a message', [['filed'], ['accepted'], ['wrote'], ['urged']], 2],
    ['its holder withdraws it', [['filed'], ['accepted'], ['withdrawal-asked'], ['noted']], 2],
    [
      'days are asked for',
      [['filed'], ['accepted'], ['extension-requested', { asks: { rule: 'x', days: 5 } }]],
      2,
    ],
    ['nobody has it', [['filed'], ['accepted'], ['assigned'], ['noted']], 2],
  ])('since when: %s', (_, rows, since) => {
    const status = rows.length === 1 || rows[1]?.[0] === 'transferred' ? 'filed' : 'accepted'
    expect(waitingAfter(status, ...rows).waitsSince).toBe(since)
  })

  it('is defined for every event kind, in order of publication', () => {
    expect(eventKinds).toEqual(Object.keys(expected))
  })

  it.each<[Status, [EventKind, EventData?][], Waits | '']>([
    ['filed', [['filed']], 'new'],
    ['filed', [['filed'], ['party'], ['noted']], 'new'],
    [
      'accepted',
      [['filed'], ['extension-requested', { asks: { rule: 'county-mediation', days: 5 } }]],
      'approve',
    ],
    ['closed', [['filed'], ['transferred']], ''],
  ])('%s, %j: %j', (status, rows, waits) => {
    expect(waitsAfter(status, ...rows)).toBe(waits)
  })
})

describe('a request for an extension', () => {
  const asks = { rule: 'county-mediation', days: 5 }
  const over: EventKind[] = [
    ...(['extended', 'extension-refused', 'reopened', 'answered', 'settled', 'failed', 'closed'] as const),
    ...(['accepted', 'declined', 'withdrawn', 'merged'] as const),
  ]

  it.each(eventKinds)('is still pending after %s unless that ends it', (kind) => {
    const left = pendingExtension(history(['extension-requested', { asks }], [kind]))
    expect(left).toEqual(over.includes(kind) ? null : asks)
  })
})

describe('an event kind', () => {
  it('with a decision stays in the record after an erasure', () => {
    expect(eventKinds.filter((kind) => eventRow(kind).decision)).toEqual([
      ...['declined', 'settled', 'failed', 'answered', 'extended'],
    ])
  })

  it('is shown to residents under its own name, except danger and an interest of staff, shown as a transfer', () => {
    expect(eventKinds.filter((kind) => publicKind(kind) !== kind)).toEqual([...['danger-marked', 'recused']])
    for (const kind of ['danger-marked', 'recused'] as const) expect(publicKind(kind)).toBe('transferred')
  })

  it('has a Chinese name for staff', () => {
    for (const kind of eventKinds)
      expect(staffWords(history([kind])[0] as CaseEvent), kind).toMatch(/[\u4e00-\u9fff]/)
  })

  it('of a later release changes no status and has no text', () => {
    const later = 'kept-for-later' as EventKind
    expect(eventRow(later)).toEqual({ words: 'none', waits: 'same' })
    expect(eventRow('toString')).toEqual({ words: 'none', waits: 'same' })
    expect(staffWords(history([later])[0] as CaseEvent)).toBe(later)
  })
})

describe('the sealed words of a move', () => {
  const fields = moveKinds.flatMap((kind) =>
    [...new Set(trackIds.flatMap((track) => fieldsOf(kind, track).map(({ field }) => field)))].map(
      (field) => [kind, field] as const,
    ),
  )
  const written = fields.filter(([, field]) => ['reason', 'subject', 'message'].includes(field))

  it.each(written)('%s keeps its %s', (kind, field) => {
    const { decision } = eventRow(kind)
    const name = field === 'message' ? (decision ? 'decision' : 'text') : field
    expect(readWords(kind, { [name]: '写的话' })).toEqual({ [name]: '写的话' })
  })

  it('contain the name of the outside body and of the other person', () => {
    expect(readWords('referred', { body: '县人民法院' })).toEqual({ body: '县人民法院' })
    expect(readWords('party', { name: '陈大山' })).toEqual({ name: '陈大山' })
  })

  it.each<[EventKind, unknown]>([
    ['filed', { narrative: '事' }],
    ['filed', { narrative: '事', request: 3 }],
    ['message', {}],
    ['message', null],
    ['message', ['text']],
    ['party', { contact: { mayCall: 'yes', mayText: false } }],
    ['noted', { reason: {} }],
  ])('of %s do not accept %j', (kind, value) => {
    expect(readWords(kind, value)).toBeNull()
  })
})

describe('the table of statuses', () => {
  it.each<[Status, string, boolean, boolean, boolean]>([
    ['filed', 'wait', false, false, false],
    ['accepted', 'go', false, false, false],
    ['mediating', 'go', false, false, false],
    ['handling', 'go', false, false, false],
    ['waiting', 'wait', true, false, false],
    ['referred', 'go', true, false, false],
    ['settled', 'done', false, true, true],
    ['answered', 'done', false, true, true],
    ['failed', 'over', false, true, true],
    ['declined', 'over', false, true, true],
    ['withdrawn', 'over', false, true, true],
    ['closed', 'done', false, false, true],
  ])('%s: tag %s, waits for another %s, a result %s, ended %s', (status, mood, waits, result, ended) => {
    expect([moodOf(status), isBreak(status), isResult(status), isEnded(status)]).toEqual([
      ...[mood, waits, result, ended],
    ])
  })
})

describe('the table of kinds of unit', () => {
  const committees = ['people-mediation-committee', 'professional-committee']
  const offices = ['government-office', 'petition-office', 'centre']
  it.each([
    ['makesAgreements', committees],
    ['takesPetitions', offices],
    ['decides', [...committees, ...offices]],
  ] as const)('%s: %j', (power, kinds) => {
    expect(kindsThat(power)).toEqual(kinds)
  })
})
