import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkOrder, formOrder, registerOrder } from '#domain/filing/field-orders.ts'
import { fieldRow, filingFields, flagFields } from '#domain/filing/fields.ts'
import { canonicalFiling, ignoredFields, readFiling } from '#domain/filing/filing.ts'
import { labels, messageFor } from '#domain/filing/messages.ts'
import { aboutIds } from '#domain/words/about.ts'

const right = {
  track: 'mediation',
  category: 'neighbour',
  region: 'qingshi-liuwan',
  narrative: '经过',
  request: '诉求',
  name: '吴秀兰',
  danger: false,
  consent: true,
}

const faultsOf = (changes: Record<string, unknown>): string[] => {
  const input: Record<string, unknown> = { ...right, ...changes }
  for (const [name, value] of Object.entries(changes)) if (value === undefined) delete input[name]
  const result = readFiling(input)
  return result.ok ? [] : result.error.map(({ field, code }) => `${field} ${code}`)
}

const long = (count: number) => '字'.repeat(count)

describe('a filing is accepted with', () => {
  it.each<[string, Record<string, unknown>]>([
    ['the required fields only', {}],
    ['the longest narrative', { narrative: long(4000) }],
    ['emoji counted once each', { title: '😀'.repeat(40) }],
    ['an area of any level', { region: 'shili' }],
    ['a grid', { region: 'qingshi-liuwan-1' }],
    ['a phone without a name', { name: undefined, phone: '138 0000 0000' }],
    ['a local landline', { phone: '60000000' }],
    ['a note whose phone it is', { phone: '138 0000 0000 我儿子的' }],
    ['a landline with its area code', { phone: '0551-60000000' }],
    ['no name when it is anonymous', { anonymous: true, name: undefined }],
    ['empty strings in optional fields', { title: '', otherParty: '　', phone: '' }],
    ['null in optional fields', { title: null, phone: null, contact: null }],
    ['danger and a contact', { danger: true, contact: {} }],
    ['a complaint with an address', { track: 'complaint', address: '柳湾村三组' }],
    ['the longest address', { address: long(100) }],
    ...aboutIds.map((about): [string, Record<string, unknown>] => [`about ${about}`, { about }]),
  ])('%s', (_, changes) => {
    expect(faultsOf(changes)).toEqual([])
  })
})

describe('a filing is refused, with the fault on its field, for', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['no track', { track: undefined }, ['track required']],
    ['unknown track', { track: 'lawsuit' }, ['track unknown']],
    ['a track of another type', { track: 5 }, ['track unknown']],
    ['unknown category', { category: '__proto__' }, ['category unknown']],
    ['unknown area', { region: 'atlantis' }, ['region unknown']],
    ['an area of another type', { region: ['qingshi'] }, ['region type']],
    ['blank narrative', { narrative: ' 　\u0000\n' }, ['narrative required']],
    ['a narrative one character too long', { narrative: long(4001) }, ['narrative tooLong']],
    ['a request too long', { request: long(1001) }, ['request tooLong']],
    ['a title too long', { title: long(41) }, ['title tooLong']],
    ['the other party too long', { otherParty: long(101) }, ['otherParty tooLong']],
    ['a name too long', { name: long(61) }, ['name tooLong']],
    ['a phone one digit short', { phone: '1380000000' }, ['phone phone']],
    ['a phone in which nothing can be dialled', { phone: '没有电话' }, ['phone phone']],
    ['a phone with a note too long', { phone: `13800000000${'我'.repeat(50)}` }, ['phone tooLong']],
    ['neither name nor phone', { name: undefined }, ['name nameOrPhone']],
    [
      'a malformed phone without a name: the phone, not the name',
      { name: undefined, phone: '1' },
      ['phone phone'],
    ],
    ['anonymous with a name', { anonymous: true }, ['anonymous named']],
    ['anonymous with a phone', { anonymous: true, name: '', phone: '13800000000' }, ['anonymous named']],
    [
      'an anonymous complaint',
      { anonymous: true, name: undefined, track: 'complaint' },
      ['anonymous complaint'],
    ],
    ['a complaint without an address', { track: 'complaint' }, ['address required']],
    ['a complaint with a blank address', { track: 'complaint', address: ' 　' }, ['address required']],
    ['an address too long', { track: 'complaint', address: long(101) }, ['address tooLong']],
    ['an empty answer about the people in charge', { about: '' }, ['about required']],
    ['no answer about danger', { danger: undefined }, ['danger required']],
    ['danger as a word', { danger: 'yes' }, ['danger type']],
    ['danger without contact', { danger: true }, ['contact required']],
    ['contact of another type', { contact: 'call' }, ['contact type']],
    ['a wrong flag in contact', { contact: { mayCall: 'x' } }, ['contact.mayCall type']],
    ['a contact time that is too long', { contact: { when: long(41) } }, ['contact.when tooLong']],
    ['no consent', { consent: undefined }, ['consent required']],
    ['consent refused', { consent: false }, ['consent consent']],
  ])('%s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults)
  })

  it('a refusal names all faults at once, in the order of the form', () => {
    expect(faultsOf({ consent: false, track: undefined, danger: undefined, phone: 'x' })).toEqual([
      'danger required',
      'track required',
      'phone phone',
      'consent consent',
    ])
  })

  it('a refusal has a sentence for every fault, on any input (property)', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...filingFields), fc.jsonValue()), (input) => {
        const result = readFiling(input as Record<string, unknown>)
        for (const fault of result.ok ? [] : result.error) expect(messageFor(fault)).toMatch(/。$/)
      }),
    )
  })
})

describe('a filing that does not say whom it is about', () => {
  it.each([
    ['neighbour', undefined, 'none'],
    ['village-affairs', undefined, 'village-cadre'],
    ['village-affairs', 'none', 'none'],
    ['village-affairs', 'county-staff', 'county-staff'],
  ])('in category %s with about %s is about %s', (category, about, expected) => {
    const result = readFiling({ ...right, category, ...(about && { about }) })
    expect(result.ok && result.value.about).toBe(expected)
  })
})

describe('the lists of filing fields', () => {
  it('asks every field in the form, asks staff what they are to ask, and has all but the consent checked', () => {
    const asked = filingFields.filter((field) => fieldRow(field).register !== null)
    expect([...formOrder].sort()).toEqual([...filingFields].sort())
    expect([...registerOrder].sort()).toEqual(asked.sort())
    expect([...checkOrder.matter, ...checkOrder.person, 'consent'].sort()).toEqual([...filingFields].sort())
  })

  it('keeps every answer but the consent, and seals what people wrote', () => {
    const kept = filingFields.filter((field) => fieldRow(field).kept.length > 0)
    expect([...kept, 'consent'].sort()).toEqual([...filingFields].sort())
    const typed = filingFields.filter((field) => /text/.test(fieldRow(field).input.kind))
    for (const field of typed) expect(fieldRow(field).kept, field).not.toContain('plain')
  })

  it('have a label for every field', () => {
    for (const field of [...filingFields, ...flagFields, 'contact.when'])
      expect(labels).toHaveProperty([field])
  })

  it('report unknown fields, bounded in number and length', () => {
    const input = JSON.parse(
      '{"__proto__": 1, "constructor": 2, "track": "tip", "contact": {"fax": 1, "mayCall": true}}',
    )
    expect(ignoredFields(input)).toEqual(['__proto__', 'constructor', 'contact.fax'])
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`field-${index}-${'x'.repeat(100)}`, 1]),
    )
    expect(ignoredFields(many)).toHaveLength(50)
    expect(Math.max(...ignoredFields(many).map((name) => name.length))).toBe(60)
  })

  it('give equal answers one canonical text and different answers different ones', () => {
    const read = (input: Record<string, unknown>) => {
      const result = readFiling(input)
      return result.ok ? canonicalFiling(result.value) : result.error
    }
    expect(read({ ...right, request: ' 诉求\u3000' })).toBe(read(right))
    expect(read(Object.fromEntries(Object.entries(right).reverse()))).toBe(read(right))
    expect(read({ ...right, contact: { mayCall: false } })).not.toBe(read(right))
    expect(read({ ...right, title: 'x' })).not.toBe(read({ ...right, otherParty: 'x' }))
  })
})
