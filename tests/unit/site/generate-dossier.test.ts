import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { factReaders } from '#domain/content/dossier-facts.ts'
import { documentNumber } from '#domain/dossier/number.ts'
import { occasions } from '#domain/dossier/occasions.ts'
import { fileOf } from '#domain/dossier/pieces.ts'
import { namedIn, partsOf } from '#domain/dossier/template.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { county } from '#generated/county.ts'
import { readDossier } from '../../../site/build/generate-dossier.ts'
import { readSources } from '../../../site/build/library.ts'
import { ContentError } from '../../../site/build/read-content.ts'

/** content/dossier.yaml: what the build refuses, and what the sample says. */

const { articles } = readSources('content')
const data = readDossier('content', articles, county.units)
const source = readFileSync('content/dossier.yaml', 'utf8')

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Reads a copy of the file with one text replaced. Returns the message of the refusal, or 'accepted'. */
const refusal = (from: string, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  folders.push(folder)
  cpSync('content/dossier.yaml', join(folder, 'dossier.yaml'))
  expect(source).toContain(from)
  writeFileSync(join(folder, 'dossier.yaml'), source.replace(from, to))
  try {
    readDossier(folder, articles, county.units)
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError)
    return (error as Error).message
  }
  return 'accepted'
}

describe('wrong data stops the build with a message', () => {
  it.each([
    ['{law:people-mediation-26}', '{law:people-mediation-99}', /article "people-mediation-99": expected an/],
    ['quote: [people-mediation-17,', 'quote: [people-mediation-36,', /article "people-mediation-36"/],
    ['"{applicantAddress}"', '"{applicantAge}"', /application: unknown fact "applicantAge"/],
    // What one side must not learn stands on no paper for it.
    [
      '[送什么, "{blank}"]',
      '[电话, "{applicantPhone}"]',
      /delivery-other: "applicantPhone" must not .* "other"/,
    ],
    [
      '[送什么, "{items}"]',
      '[对方, "{others}"]',
      /delivery: "others" must not be on a document for "applicant"/,
    ],
    ['[送什么, "{items}"]', '[类别, "{category}"]', /delivery: "category" must not be/],
    ['[一方, "{applicant}"]', '[一方, "{narrative}"]', /settlement: "narrative" must not be .* "both"/],
    // Nor on its blank.
    ['[被申请人, "{others}', '[被申请人, "{othersContact}', /agreement: "othersContact" must not .* "both"/],
    [
      'documents: [cover, index, application',
      'documents: [cover, index, aplication',
      /unknown document "aplication"/,
    ],
    ['tracks: [consult, tip]', 'tracks: [consult]', /no file for the track "tip"/],
    ['tracks: [consult, tip]', 'tracks: [consult, tip, mediation]', /"mediation" is defined twice/],
    ['    shili-petition: 示信\n', '', /no short name for "shili-petition"/],
    ['shili-petition: 示信', 'shili-petition: 示信\n    qingshi-liuwan-1-grid: 柳一', /signs no documents/],
    ['{ else: 永久 }', '{ else: 永久, setled: 30 年 }', /retention: "setled" is no status/],
    ['{ else: 永久 }', '{ settled: 30 年 }', /retention\.else/],
    ['"{unit}{word}〔{year}〕{serial} 号"', '"{unit}{word}{serial} 号"', /number\.form: must hold/],
    ['- id: oral', '- id: agreement', /"agreement" is defined twice/],
    ['made: paper', 'made: nowhere', /documents\.\d+\.made/],
  ] as const)('%s → %s', (from, to, expected) => {
    expect(refusal(from, to)).toMatch(expected)
  })

  it.each([
    ['serial: case', 'serial: hand'],
    ['{ else: 永久 }', '{ else: 10 年, settled: 永久 }'],
    ['sample: true', 'sample: false'],
  ])('%s → %s is the choice of a county', (from, to) => {
    expect(refusal(from, to)).toBe('accepted')
  })
})

describe('the sample', () => {
  const texts = data.documents.flatMap(({ title, note, to, lead, rows, text, sign, slip, blank }) => [
    ...[title, note, to ?? ''],
    ...[...(rows ?? []), ...(blank?.rows ?? [])].flat(),
    ...[...(lead ?? []), ...(text ?? []), ...(sign ?? []), ...(slip ?? [])],
    ...[...(blank?.text ?? []), ...(blank?.sign ?? [])],
  ])

  it('has the file of a mediation in the usual order', () => {
    expect(fileOf(data, 'mediation').documents).toEqual([
      ...[
        'cover',
        'index',
        'application',
        'registration',
        'rights',
        'identity',
        'authority',
        'enquiry',
        'log',
      ],
      ...['minutes', 'agreement', 'oral', 'ended', 'hand-over', 'delivery', 'delivery-other', 'performance'],
      ...['revisit', 'evidence', 'statement', 'back'],
    ])
    for (const track of trackIds) {
      const { documents } = fileOf(data, track)
      expect(documents.slice(0, 2)).toEqual(['cover', 'index'])
      expect(documents.at(-1)).toBe('back')
    }
  })

  it('has every document in a file, and rows for those that a case makes', () => {
    const listed = new Set(data.files.flatMap(({ documents }) => documents))
    expect(data.documents.filter(({ id }) => !listed.has(id))).toEqual([])
    const made = data.documents.filter(({ id, made }) => made === 'case' && !Object.hasOwn(occasions, id))
    expect(made).toEqual([])
    expect(Object.keys(occasions).filter((id) => !data.documents.some((one) => one.id === id))).toEqual([])
  })

  it.each([
    ['accept', ['petition-regulation-22', 'petition-regulation-23']],
    ['decline', ['petition-regulation-23']],
    ['pass-on', ['petition-regulation-22', 'petition-regulation-23']],
    ['extension', ['petition-regulation-34']],
    ['answer', ['petition-regulation-32', 'petition-regulation-35']],
    ['settlement', ['petition-regulation-33']],
    ['ended', ['people-mediation-26']],
  ])('%s names the articles it follows', (id, laws) => {
    const { text = [] } = data.documents.find((one) => one.id === id) ?? {}
    expect(namedIn(text).laws).toEqual(laws)
  })

  it('quotes articles word for word', () => {
    for (const [id, { text }] of Object.entries(data.articles)) expect(text, id).toEqual(articles[id]?.text)
  })

  it.each([
    [
      'what people plan to do',
      /打算|准备|计划|扬言|可能(?:要|会|去)|动向|去向|进京|上访|越级|缠访|闹访|稳控|维稳|重点人/,
    ],
    ['a person as he or she', /(?<!其)[他她](?!们)/],
    ['pressure', /息访|罢访|不得上访|承诺不/],
  ])('says nothing of %s', (_, words) => {
    expect(texts.filter((text) => words.test(text))).toEqual([])
    expect(texts.length).toBeGreaterThan(150)
  })

  it('puts what only staff may know on no paper for a side', () => {
    for (const name of [
      'category',
      'people',
      'reason',
      'record',
      'performed',
      'found',
      'othersContact',
      'applicantContact',
    ] as const)
      expect(factReaders[name]).toEqual(['file', 'outside'])
    expect(factReaders.applicantPhone).not.toContain('both')
    expect(factReaders.others).not.toContain('applicant')
  })
})

describe('the number of a document', () => {
  it.each([
    ['case', 1, '青府受告〔2026〕483071 号'],
    ['case', 2, '青府受告〔2026〕483071-2 号'],
    ['hand', 1, '青府受告〔2026〕　　　　 号'],
  ] as const)('by %s, the %i. of its kind', (serial, nth, expected) => {
    const of = { unit: 'qingshi-office', word: '受告', caseNumber: '2026-483071', nth }
    expect(documentNumber({ number: { ...data.number, serial } }, of)).toBe(expected)
  })
})

it('a text is cut at the facts and articles it names, and other braces are words', () => {
  expect(partsOf('您 {filedOn} 提出（{law:people-mediation-26}）{}')).toEqual([
    ...[{ words: '您 ' }, { fact: 'filedOn' }, { words: ' 提出（' }],
    ...[{ law: 'people-mediation-26' }, { words: '）{}' }],
  ])
  expect(partsOf('')).toEqual([])
})
