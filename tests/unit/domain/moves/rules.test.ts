import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDay } from '#domain/basics/read-day.ts'
import type { Relation } from '#domain/desk/access.ts'
import { failureMessages, moveFieldMessage } from '#domain/moves/failure-sentences.ts'
import { moveField, moveFields } from '#domain/moves/fields.ts'
import { readMove } from '#domain/moves/read-move.ts'
import { cannotUndo, moveFault, movesFor, statusAfter } from '#domain/moves/rules.ts'
import type { Standing } from '#domain/moves/standing.ts'
import { type Move, moveKinds, moves } from '#domain/moves/table.ts'
import { roleIds } from '#domain/staff/staff.ts'
import { eventKinds, eventRow } from '#domain/words/events.ts'
import { levelIds } from '#domain/words/levels.ts'
import { statusIds } from '#domain/words/statuses.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { unitKindIds } from '#domain/words/unit-kinds.ts'

const standing: Standing = {
  ...{ status: 'accepted', track: 'mediation', danger: false, relation: 'desk', role: 'handler' },
  ...{ unitKind: 'people-mediation-committee', level: 'village', sender: null },
  ...{
    matter: null,
    sentDown: false,
    decides: false,
    extendable: true,
    extensionAsked: false,
    extensionInTime: true,
  },
  ...{
    objected: false,
    handled: true,
    recusals: false,
    unanswered: false,
    unconfirmed: false,
    gaveCode: false,
  },
  ...{ untalked: false, callAsked: false },
  ...{
    named: true,
    others: true,
    invited: true,
    joined: true,
    standIns: true,
    drafted: true,
    approved: true,
  },
  ...{ refused: false, unreached: false, revisitDue: true, unkept: false, fitsStory: true, storyBack: true },
  ...{ reviewable: true, measureOpen: true, supervised: true, publication: 'drafted' },
  ...{ agreed: true, unproven: true, sessions: ['proposed', 'live', 'begun', 'minuted'], booked: true },
  ...{ shared: true, tooLateToReturn: false, reaches: () => true },
}

describe('a text field of a move', () => {
  const texts = moveFields.filter((field) => moveField(field).max !== undefined)

  it.each(texts)('%s is read up to the bound its form says, and no further', (field) => {
    const { max = 0, read } = moveField(field)
    expect(read(['字'.repeat(max)], [], '2026-11-24').ok).toBe(true)
    expect(read(['字'.repeat(max + 1)], [], '2026-11-24')).toEqual({ ok: false, error: 'tooLong' })
  })
})

describe('a day of a move', () => {
  it.each([
    ['answerBy', '12 月 3 日', '2026-12-03'],
    ['answerBy', '11月24日', '2026-11-24'],
    ['answerBy', '2月3日', '2027-02-03'],
    ['answerBy', '2026-2-3', 'past'],
    ['answerBy', '2月30日', 'type'],
    ['deliveryOn', '11月20号', '2026-11-20'],
    ['deliveryOn', '12月3日', '2025-12-03'],
    ['deliveryOn', '2026-12-3', 'future'],
  ] as const)('%s may be without its year, as the error text says: %s', (field, typed, read) => {
    const day = moveField(field).read([typed], [], '2026-11-24')
    expect(day.ok ? day.value : day.error).toBe(read)
  })
})

describe('the table of moves', () => {
  it('offers a village handler no move of a lead, of danger or of an ended case', () => {
    const offered = movesFor(standing)
    expect(offered).toEqual(expect.arrayContaining(['mediating', 'asked', 'noted', 'transferred']))
    for (const kind of ['accepted', 'assigned', 'reopened', 'danger-lifted', 'answered', 'returned'] as const)
      expect(offered, kind).not.toContain(kind)
  })

  it('has only moves that the history knows as event kinds', () => {
    expect(eventKinds).toEqual(expect.arrayContaining(moveKinds))
  })

  it('has a move that changes the status for every status but closed', () => {
    for (const status of statusIds.filter((id) => id !== 'closed')) {
      const leading = trackIds.flatMap((track) =>
        movesFor({ ...standing, status, track, role: 'lead' }).filter(
          (kind) => eventRow(kind).leadsTo !== undefined,
        ),
      )
      expect(leading, status).not.toEqual([])
    }
  })

  it.each<[string, Partial<Standing>, keyof typeof moves, string | null]>([
    ['a village committee may accept a case', { status: 'filed' }, 'accepted', null],
    [
      'a committee may not accept a petition',
      { status: 'filed', track: 'complaint' },
      'accepted',
      'unitKind',
    ],
    [
      'a case that was not sent down cannot be reported back',
      { sender: 'qingshi-committee' },
      'reported-back',
      'notSentDown',
    ],
    [
      'a case that was sent down can be reported back',
      { sender: 'qingshi-committee', sentDown: true },
      'reported-back',
      null,
    ],
    [
      'the deciding desk may not return the case',
      { sender: 'qingshi-committee', decides: true },
      'returned',
      'decides',
    ],
    [
      'without an extendable clock no extension can be requested',
      { extendable: false },
      'extension-requested',
      'noExtension',
    ],
    [
      'an extension cannot be approved too late',
      { extensionAsked: true, role: 'lead', extensionInTime: false },
      'extended',
      'lateExtension',
    ],
    [
      'a petition is recorded once it was taken on',
      { status: 'filed', track: 'complaint', unitKind: 'petition-office' },
      'petition-recorded',
      'status',
    ],
    [
      'a mediation has no number of a petition',
      { unitKind: 'petition-office' },
      'petition-recorded',
      'track',
    ],
    ['a committee records no petition', { track: 'complaint' }, 'petition-recorded', 'unitKind'],
    ['a handler reviews nothing', {}, 'reviewed', 'role'],
    ['a lead reviews a case that failed, came again or is many people’s', { role: 'lead' }, 'reviewed', null],
    ['a revisit waits for its day', { status: 'settled', revisitDue: false }, 'revisited', 'noRevisit'],
    ['a revisit is made after the case was closed', { status: 'closed' }, 'revisited', null],
    ['nobody is asked in danger', { status: 'settled', danger: true }, 'revisited', 'inDanger'],
    ['a handler reopens no settled case', { status: 'settled' }, 'reopened', 'role'],
    [
      'a handler reopens one whose agreement is not kept',
      { status: 'settled', unkept: true },
      'reopened',
      null,
    ],
    [
      'nobody at a desk above reopens it without the right to decide',
      { status: 'settled', unkept: true, relation: 'superior' },
      'reopened',
      'role',
    ],
    ['a grid may not accept a case', { status: 'filed', unitKind: 'grid' }, 'accepted', 'unitKind'],
    ['a case cannot be accepted twice', {}, 'accepted', 'status'],
    ['a superior may not accept a case', { status: 'filed', relation: 'superior' }, 'accepted', 'relation'],
    ['an office may not mediate', { unitKind: 'government-office' }, 'mediating', 'unitKind'],
    ['a centre may not settle a mediation', { unitKind: 'centre' }, 'settled', 'unitKind'],
    [
      'an office may settle a complaint',
      { unitKind: 'government-office', track: 'complaint' },
      'settled',
      null,
    ],
    ['a committee may not settle a complaint', { track: 'complaint' }, 'settled', 'unitKind'],
    ['a mediation cannot be answered', {}, 'answered', 'track'],
    ['the starting unit may not return a case', {}, 'returned', 'sender'],
    ['a received case can be returned', { sender: 'qingshi-committee' }, 'returned', null],
    [
      'a complaint cannot be returned after five working days (信访工作条例 23)',
      { sender: 'shili-petition', track: 'complaint', unitKind: 'government-office', tooLateToReturn: true },
      'returned',
      'lateReturn',
    ],
    ['a handler may not approve an extension', { extensionAsked: true }, 'extended', 'role'],
    ['a lead may approve a requested extension', { extensionAsked: true, role: 'lead' }, 'extended', null],
    ['an extension that was not requested cannot be approved', { role: 'lead' }, 'extended', 'request'],
    [
      'the county may lift the danger mark',
      { danger: true, level: 'county', unitKind: 'centre' },
      'danger-lifted',
      null,
    ],
    ['a town cannot lift the danger mark', { danger: true, level: 'town' }, 'danger-lifted', 'level'],
    ['a danger mark that is not set cannot be lifted', { level: 'county' }, 'danger-lifted', 'danger'],
    ['mediation is not offered while danger is marked', { danger: true }, 'mediating', 'inDanger'],
    ['an unwanted mediator may not settle the case', { objected: true }, 'mediating', 'objected'],
    ['an unwanted mediator may hand the case on', { objected: true }, 'transferred', null],
    [
      'a case that nobody handles has no mediator to change',
      { handled: false },
      'mediator-changed',
      'noHandler',
    ],
    ['a case with a handler has one', {}, 'mediator-changed', null],
    ['a case that nobody handles can be noted on', { handled: false }, 'noted', null],
    ['a recusal that is not there cannot be lifted', { role: 'lead' }, 'recusal-lifted', 'noRecusal'],
    ['a lead may lift a recusal', { role: 'lead', recusals: true }, 'recusal-lifted', null],
    ['what nobody wrote cannot be set aside', {}, 'set-aside', 'answered'],
    ['what somebody wrote can be set aside', { unanswered: true }, 'set-aside', null],
    ['nobody waits for a call', { unanswered: true }, 'called', 'noCall'],
    ['somebody waits for a call', { unanswered: true, callAsked: true }, 'called', null],
    ['a request was set aside already', { unconfirmed: true }, 'request-set-aside', 'notHeld'],
    ['a request can be set aside', { unconfirmed: true, untalked: true }, 'request-set-aside', null],
    ['nothing waits for a talk', {}, 'request-confirmed', 'notHeld'],
    ['a colleague asks', { unconfirmed: true }, 'request-confirmed', null],
    [
      'who gave the code does not ask',
      { unconfirmed: true, gaveCode: true },
      'request-confirmed',
      'gaveCode',
    ],
    [
      'who gave the code may stop it',
      { unconfirmed: true, untalked: true, gaveCode: true },
      'request-set-aside',
      null,
    ],
    ['a request waits for a talk', { unconfirmed: true }, 'request-confirmed', null],
    ['without a sharing desk none can leave', { shared: false }, 'cohandler-left', 'shared'],
    ['a petition cannot fail', { track: 'complaint', unitKind: 'government-office' }, 'failed', 'track'],
    [
      'a consumer mediation may fail',
      { track: 'complaint', unitKind: 'government-office', matter: 'consumer-mediation' },
      'failed',
      null,
    ],
    ['a mediation without a matter may fail', {}, 'failed', null],
    [
      'conditions on extensions, sharing and returning do not block a note',
      {
        ...{ extendable: false, extensionInTime: false, shared: false, decides: true, tooLateToReturn: true },
      },
      'noted',
      null,
    ],
    [
      'without a unit above nothing can be escalated',
      { reaches: (to) => to !== 'above' },
      'escalated',
      'noTarget',
    ],
    [
      'without a unit below nothing can be sent down',
      { reaches: (to) => to !== 'below' },
      'sent-down',
      'noTarget',
    ],
    [
      'without a unit beside nothing can be passed',
      { reaches: (to) => to !== 'side' },
      'transferred',
      'noTarget',
    ],
    ['without any other unit nobody can share', { reaches: () => false }, 'cohandler-joined', 'noTarget'],
    [
      'without a proper unit nothing can be returned',
      { sender: 'qingshi-committee', reaches: () => false },
      'returned',
      'noTarget',
    ],
    [
      'a return asks for any proper unit, not for one above',
      { sender: 'qingshi-committee', reaches: (to) => to !== 'any' },
      'returned',
      'noTarget',
    ],
    [
      'an answer to the superior names no unit',
      { sender: 'qingshi-committee', sentDown: true, reaches: (to) => to !== 'sender' },
      'reported-back',
      null,
    ],
    ['a unit that shares can always be let go', { reaches: () => false }, 'cohandler-left', null],
    ['a referral outside needs no unit of the county', { reaches: () => false }, 'referred', null],
    [
      'an office may hold a hearing about a petition (信访工作条例 31(6))',
      { track: 'complaint', unitKind: 'government-office', matter: 'petition' },
      'hearing-set',
      null,
    ],
    [
      'an office may hold one in a review (信访工作条例 36)',
      { track: 'complaint', unitKind: 'petition-office', matter: 'recheck' },
      'hearing-set',
      null,
    ],
    [
      'an office may not hold one about anything else',
      { track: 'complaint', unitKind: 'government-office', matter: 'other' },
      'hearing-set',
      'track',
    ],
    [
      'nor in the first review, of which 信访工作条例 35 names none',
      { track: 'complaint', unitKind: 'petition-office', matter: 'review' },
      'hearing-set',
      'track',
    ],
    [
      'a centre is no organ that holds hearings',
      { track: 'complaint', unitKind: 'centre', matter: 'petition' },
      'hearing-set',
      'unitKind',
    ],
    ['a committee may hold a council', {}, 'council-set', null],
    ['a council is not held against a refusal', { refused: true }, 'council-set', 'refused'],
    ['nobody meets a person in danger', { danger: true }, 'session-arranged', 'inDanger'],
    ['without a meeting there are no minutes', { sessions: [] }, 'session-held', 'noSession'],
    [
      'nobody is told before a person in danger was reached',
      { unreached: true },
      'session-postponed',
      'unreached',
    ],
    ['a sharing desk may add a note', { relation: 'cohandler' }, 'noted', null],
    ['a sharing desk may not settle a case', { relation: 'cohandler' }, 'settled', 'relation'],
  ])('%s', (_, changes, kind, fault) => {
    expect(moveFault(kind, { ...standing, ...changes })).toBe(fault)
  })

  it('keeps the status if a move names none, and restores the earlier one after a referral is answered', () => {
    expect(statusAfter('accepted', 'filed', 'accepted')).toBe('accepted')
    expect(statusAfter('settled', 'mediating', 'accepted')).toBe('settled')
    expect(statusAfter('noted', 'waiting', 'mediating')).toBe('waiting')
    expect(statusAfter('referral-answered', 'referred', 'mediating')).toBe('mediating')
    expect(statusAfter('referral-answered', 'referred', 'accepted')).toBe('accepted')
  })

  it('has a label for every field and a sentence for every failure', () => {
    for (const kind of moveKinds) {
      const { needs, may = [] }: Move = moves[kind]
      for (const field of [...needs, ...may]) expect(moveField(field).label, `${kind} ${field}`).toBeTruthy()
    }
    for (const sentence of Object.values(failureMessages)) expect(sentence).toMatch(/。$/)
  })
})

/**
 * The permission matrix: role × relation × kind of unit × level, and each move. Every cell is in
 * permission-matrix.tsv, written out so that a person can read it; a change of the table must change that file too.
 */
describe('the permission matrix', () => {
  const relations: Relation[] = ['desk', 'cohandler', 'superior']
  const columns = roleIds.flatMap((role) =>
    relations.flatMap((relation) =>
      unitKindIds.flatMap((unitKind) => levelIds.map((level) => ({ role, relation, unitKind, level }))),
    ),
  )
  /** Every case there can be, with all that a move can wait for. */
  const situations = trackIds.flatMap((track) =>
    statusIds.flatMap((status) =>
      [true, false].flatMap((danger) =>
        (['consumer-mediation', 'petition'] as const).map((matter) => ({
          ...standing,
          ...{ status, track, danger, matter },
          ...{ sender: 'x', sentDown: true, extensionAsked: true, recusals: true, unanswered: true },
          ...{ unconfirmed: true, untalked: true, callAsked: true, unkept: true },
        })),
      ),
    ),
  )
  /** How a member of this kind stands towards each of them. */
  const standingsOf = (cell: (typeof columns)[number]) => situations.map((one) => ({ ...one, ...cell }))
  /** Whether they may ever make this move. */
  const ever = (kind: keyof typeof moves, standings: ReturnType<typeof standingsOf>) =>
    standings.some((one) => moveFault(kind, one) === null)

  /** For each move, a standing in which it is open. */
  const opened = moveKinds.map((kind) => {
    for (const column of columns) {
      const open = standingsOf(column).find((one) => moveFault(kind, one) === null)
      if (open) return [kind, open] as const
    }
    throw new Error(`${kind} is never open`)
  })

  it('equals permission-matrix.tsv, cell by cell', () => {
    const file = readFileSync('tests/unit/domain/moves/permission-matrix.tsv', 'utf8').trimEnd().split('\n')
    const head = file[0]?.split('\t').slice(1)
    expect(head).toEqual(moveKinds)
    const expected = new Map(
      file.slice(1).map((row) => {
        const [name = '', ...cells] = row.split('\t')
        return [name, cells] as const
      }),
    )
    let cells = 0
    for (const column of columns) {
      const name = `${column.role} ${column.relation} ${column.unitKind} ${column.level}`
      const standings = standingsOf(column)
      for (const [index, kind] of moveKinds.entries()) {
        expect(ever(kind, standings) ? '1' : '0', `${name}: ${kind}`).toBe(expected.get(name)?.[index])
        cells += 1
      }
    }
    expect(expected.size).toBe(columns.length)
    expect(cells).toBe(columns.length * moveKinds.length)
  })

  it('gives an admin no move on any case', () => {
    for (const column of columns.filter(({ role }) => role === 'admin')) {
      const standings = standingsOf(column)
      expect(moveKinds.filter((kind) => ever(kind, standings))).toEqual([])
    }
  })

  it.each<[keyof Move, Partial<Standing>, string]>([
    ['ifNamed', { named: false }, 'anonymous'],
    ['ifOthers', { others: false }, 'noOthers'],
    ['ifInvited', { invited: false }, 'notInvited'],
    ['ifDrafted', { drafted: false }, 'noDraft'],
    ['ifApproved', { approved: false }, 'notApproved'],
    ['ifWilling', { refused: true }, 'refused'],
    ['ifAgreed', { agreed: false }, 'notAgreed'],
    ['ifSession', { sessions: [] }, 'noSession'],
    ['ifJoined', { joined: false }, 'nobodyJoined'],
    ['ifStandIns', { standIns: false }, 'noStandIn'],
    ['ifRevisitDue', { revisitDue: false }, 'noRevisit'],
    ['ifFitsStory', { fitsStory: false }, 'noStory'],
    ['ifStoryBack', { storyBack: false }, 'noStoryBack'],
    ['ifPublication', { publication: null }, 'noPublication'],
    ['ifBooked', { booked: false }, 'noBooking'],
    ['ifUnproven', { unproven: false }, 'proven'],
    ['ifSupervised', { supervised: false }, 'notAsked'],
    ['needsCode', { codeless: true }, 'noCode'],
    ['ifReviewable', { reviewable: false }, 'notReviewable'],
    ['ifMeasureOpen', { measureOpen: false }, 'noMeasure'],
  ])('the column %s closes its moves, and no other', (column, changes, fault) => {
    const named: string[] = []
    for (const [kind, open] of opened) {
      const { [column]: asks }: Move = moves[kind]
      if (asks) named.push(kind)
      expect(moveFault(kind, { ...open, ...changes }), kind).toBe(asks ? fault : null)
    }
    expect(named.length).toBeGreaterThan(0)
  })

  it('closes, before a person in danger was reached, what somebody who was invited would read of', () => {
    const held = (invited: boolean) =>
      opened.flatMap(([kind, open]) =>
        moveFault(kind, { ...open, unreached: true, invited }) === 'unreached' ? kind : [],
      )
    expect(held(true).toSorted()).toEqual(
      [
        ...['told', 'session-postponed', 'session-cancelled'],
        ...['declined', 'failed', 'answered', 'closed', 'reopened', 'merged', 'mediator-changed'],
        ...['mediating', 'settled', 'spot-checked', 'company-agreed', 'story', 'code-given'],
        ...['invited', 'agreed', 'refused', 'consultation-booked', 'consultation-cancelled'],
        ...[
          'times-proposed',
          'times-chosen',
          'session-set',
          'session-arranged',
          'council-set',
          'hearing-set',
        ],
        ...['agreement', 'item-done', 'item-received', 'item-missed', 'court-confirmed'],
      ].toSorted(),
    )
    // What is not for them goes on, the call that the person in danger asked for among it.
    for (const kind of ['contacted', 'called', 'message', 'noted', 'transferred'] as const)
      expect(held(true)).not.toContain(kind)
    for (const kind of ['failed', 'closed', 'reopened'] as const) expect(held(false)).not.toContain(kind)
    expect(held(false)).toContain('session-postponed')
  })
})

describe('the fields of a move', () => {
  const read = (kind: keyof typeof moves, values: Record<string, string[]>, options = {}) =>
    readMove(kind, 'mediation', (field) => values[field] ?? [], options, '2026-11-24')
  const town = { unit: [{ id: 'qingshi-committee', name: '青石镇' }] }

  it.each<[keyof typeof moves, Record<string, string[]>, unknown]>([
    ['accepted', { subject: [' 屋檐滴水　'] }, { subject: '屋檐滴水' }],
    ['accepted', {}, ['subject required']],
    ['accepted', { subject: ['字'.repeat(31)] }, ['subject tooLong']],
    ['accepted', { subject: ['事'], people: ['１２'] }, { subject: '事', people: 12 }],
    ['accepted', { subject: ['事'], people: ['0'] }, ['people number']],
    [
      'escalated',
      { unit: ['qingshi-committee'], reason: ['谈过两次'] },
      { unit: 'qingshi-committee', reason: '谈过两次' },
    ],
    ['escalated', { unit: ['shili-centre'], reason: ['谈过'] }, ['unit unknown']],
    ['escalated', {}, ['unit required', 'reason required']],
    ['delivered', { deliveryBy: ['hand'], deliveryOn: ['2026-11-25'] }, ['deliveryOn future']],
    [
      'delivered',
      { deliveryBy: ['hand'], deliveryOn: ['2026年11月3日'] },
      { deliveryBy: 'hand', deliveryOn: '2026-11-03' },
    ],
    ['delivered', { deliveryBy: ['hand'], deliveryOn: ['2026-02-30'] }, ['deliveryOn type']],
    ['asked', { message: ['\u0000\u202e'] }, ['message required']],
  ])('%s reads %j as %j', (kind, values, expected) => {
    const result = read(kind, values, town)
    expect(result.ok ? result.value : result.error.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    )
    if (!result.ok) for (const fault of result.error) expect(moveFieldMessage(fault)).toMatch(/：.+。$/)
  })

  it.each([
    [['other'], { subject: '事', matter: 'other' }],
    [['__proto__'], ['matter unknown']],
    [[], ['matter required']],
  ])('a complaint is accepted with the matter %j as %j', (matter, expected) => {
    const values: Record<string, string[]> = { subject: ['事'], matter }
    const result = readMove('accepted', 'complaint', (field) => values[field] ?? [], {}, '2026-11-24')
    expect(result.ok ? result.value : result.error.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    )
  })

  it('the other ways of a failed mediation are stored once each, and only offered ones', () => {
    const ways = [
      { id: 'a', name: '仲裁' },
      { id: 'b', name: '起诉' },
    ]
    const read = (values: string[]) =>
      readMove(
        'failed',
        'mediation',
        (field) => (field === 'ways' ? values : field === 'since' ? [] : ['谈不拢']),
        { ways },
        '2026-11-24',
      )
    expect(read(['b', 'a'])).toMatchObject({ ok: true, value: { ways: ['b', 'a'] } })
    expect(read(['a', 'a'])).toMatchObject({ ok: true, value: { ways: ['a'] } })
    for (const wrong of [['a', 'c'], ['a', 'b', 'a'], Array<string>(20_000).fill('a')])
      expect(read(wrong)).toMatchObject({ ok: false, error: [{ field: 'ways', code: 'unknown' }] })
  })

  it.each<[string, string[], string, unknown]>([
    ['with a reason', ['none'], '他要去外地，不想再办。', { ok: true, value: { ways: ['none'] } }],
    ['without one', ['none'], '', { ok: false, error: [{ field: 'reason', code: 'required' }] }],
    ['beside another', ['none', 'a'], '写了', { ok: false, error: [{ field: 'ways', code: 'either' }] }],
    ['nothing at all', [], '写了', { ok: false, error: [{ field: 'ways', code: 'required' }] }],
  ])('no other way after a failed mediation: %s', (_, ways, reason, expected) => {
    const values: Partial<Record<string, string[]>> = { message: ['谈不拢'], ways, reason: [reason] }
    const offered = [
      { id: 'a', name: '仲裁' },
      { id: 'none', name: '这些都不合适' },
    ]
    const read = readMove(
      'failed',
      'mediation',
      (field) => values[field] ?? [],
      { ways: offered },
      '2026-11-24',
    )
    expect(read).toMatchObject(expected as object)
  })

  it.each([
    ['2026-12-03', '2026-12-03'],
    ['2026/1/3', '2026-01-03'],
    ['2026年2月29日', null],
    ['2028年2月29日', '2028-02-29'],
    ['明天', null],
    ['', null],
  ])('the typed day %j is read as %j', (typed, day) => {
    expect(readDay(typed)).toBe(day)
  })
})

describe('a move that ends a case', () => {
  it.each<[string, Partial<Standing>, Parameters<typeof cannotUndo>[0], boolean]>([
    ['by a handler, who cannot reopen it, is asked for once more', {}, 'settled', true],
    ['by a lead, who can, is not', { role: 'lead' }, 'settled', false],
    ['a decline by a handler is', { status: 'filed' }, 'declined', true],
    ['a note ends nothing', {}, 'noted', false],
    ['a note by a lead ends nothing', { role: 'lead' }, 'noted', false],
  ])('%s', (_, changes, kind, expected) => {
    expect(cannotUndo(kind, { ...standing, ...changes })).toBe(expected)
  })
})
