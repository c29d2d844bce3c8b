import { describe, expect, it } from 'vitest'
import { ownPublication, type PublicationSaid, publicationFault } from '#domain/following/publication.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { fitsPublication, publicationIn, publicSince, publishedFacts } from '#domain/history/publication.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Which answers may be published, and how far each is. */

type Row = [EventKind, EventData?, string?]
const office = 'qingshi-office'

const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, data = {}, unit = office], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', unit, acting: '', hash: '', data },
    at: Date.parse('2026-11-30T23:30:00+08:00') + index,
  }))
const filing = { track: 'suggestion', category: 'other', about: 'none', danger: false } as const
const answered: Row[] = [['accepted'], ['answered']]
const fitting = (filed: EventData = filing, more: Row[] = []) =>
  history(['filed', filed], ...answered, ...more)

describe('a case can be published', () => {
  it.each<[string, CaseEvent[]]>([
    ['with an answer', fitting()],
    ['when it is closed', fitting(filing, [['closed']])],
    ['of somebody who left no name', fitting({ ...filing, anonymous: true })],
    ['answered again after it was reopened', fitting(filing, [['reopened'], ...answered])],
  ])('%s', (_, events) => {
    expect(fitsPublication(events)).toBe(true)
  })

  it.each<[string, CaseEvent[]]>([
    ['of another track', fitting({ ...filing, track: 'complaint' })],
    ['without an answer', history(['filed', filing], ['accepted'])],
    ['taken up again', fitting(filing, [['reopened']])],
    ['in danger when it was filed', fitting({ ...filing, danger: true })],
    ['ever in danger', history(['filed', filing], ['danger-marked'], ...answered)],
    ['about somebody who handles cases', fitting({ ...filing, about: 'village-cadre' })],
    ['about nobody knows whom', fitting({ ...filing, about: 'unknown' })],
    ['from an old ledger', fitting({ ...filing, imported: true })],
    [
      'ever at the county, as every case in danger was',
      history(['filed', filing], ['escalated', {}, 'shili-centre'], ['sent-down'], ...answered),
    ],
    ['merged into another', fitting(filing, [['merged', { other: '2026-000001' }]])],
    ['into which another was merged', history(['filed', filing], ['linked', { merges: true }], ...answered)],
    ['whose person was erased', fitting(filing, [['erased', { party: 1 }]])],
    ['withdrawn', fitting(filing, [['withdrawn']])],
    ['to which the desk said no', fitting(filing, [['publication-asked'], ['publication-ended']])],
  ])('but not one %s', (_, events) => {
    expect(fitsPublication(events)).toBe(false)
  })
})

const asked: Row[] = [['publication-asked']]
const drafted: Row[] = [...asked, ['publication-drafted']]
const offered: Row[] = [...drafted, ['publication-approved']]
const agreed: Row[] = [...offered, ['publication-agreed']]

describe('a publication', () => {
  it.each<[string, Row[], string | null, number?]>([
    ['nobody asked', [], null],
    ['it was asked for', asked, 'asked', 4],
    ['words were written', drafted, 'drafted', 5],
    ['they were written anew', [...drafted, ['publication-drafted']], 'drafted', 6],
    ['they were approved', offered, 'offered', 6],
    ['they were changed after that', [...offered, ['publication-drafted']], 'drafted', 7],
    ['they were agreed to', agreed, 'agreed', 6],
    ['something else happened since', [...agreed, ['noted'], ['closed']], 'agreed', 6],
    ['it was taken back', [...agreed, ['publication-refused']], null],
    ['it was taken back before', [...asked, ['publication-refused']], null],
    ['the desk took it down', [...agreed, ['publication-ended']], null],
    ['somebody agrees to what was not offered', [...drafted, ['publication-agreed']], 'drafted', 5],
    ['the case is taken up again', [...agreed, ['reopened']], null],
    ['somebody is in danger after all', [...agreed, ['danger-marked']], null],
    ['it was merged', [...agreed, ['merged']], null],
    ['its person was erased', [...agreed, ['erased', { party: 1 }]], null],
    ['somebody else was erased', [...agreed, ['erased', { party: 2 }]], 'agreed', 6],
    ['it was asked for again', [...agreed, ['publication-refused'], ...asked], 'asked', 9],
  ])('when %s', (_, rows, state, seq) => {
    const found = publicationIn(fitting(filing, rows))
    expect([found?.state ?? null, found?.seq]).toEqual([state, seq])
  })

  it('is published with the unit that answered and the month of the agreement, by the days of China', () => {
    const events = history(['filed', filing], ['accepted'], ['answered', {}, 'yunxi-office'], ...agreed)
    const at = Date.parse('2026-11-30T16:30:00Z')
    expect(publishedFacts(events, { at })).toEqual({ unit: 'yunxi-office', month: '2026-12' })
  })
})

describe('who filed', () => {
  it.each<[PublicationSaid, Row[], number, string | null]>([
    ['asked', [], 0, null],
    ['asked', asked, 0, 'same'],
    ['refused', [], 0, 'same'],
    ['refused', asked, 0, null],
    ['refused', drafted, 1, null],
    ['refused', agreed, 1, null],
    ['agreed', [], 6, 'none'],
    ['agreed', drafted, 5, 'none'],
    ['agreed', offered, 6, null],
    ['agreed', offered, 5, 'changed'],
    ['agreed', agreed, 6, 'same'],
    ['agreed', [...agreed, ['publication-refused']], 6, 'none'],
  ])('says %s after %j to the words of event %i: %s', (said, rows, seq, fault) => {
    expect(publicationFault(ownPublication(fitting(filing, rows)), said, seq)).toBe(fault)
  })

  it('says nothing where it is nothing for the case', () => {
    expect(publicationFault(ownPublication(history(['filed', filing])), 'asked', 0)).toBe('none')
  })
})

it.each([
  ['2026-11', '2026 年 12 月'],
  ['2026-12', '2027 年 1 月'],
  ['2027-01', '2027 年 2 月'],
])('what was agreed to in %s is public since %s', (month, since) => {
  expect(publicSince(month)).toBe(since)
})
