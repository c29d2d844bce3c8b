import { afterEach, describe, expect, it } from 'vitest'
import {
  type Listed,
  type ListScope,
  mayHold,
  readersMayKnow,
  scopesOf,
  scopesOfCase,
  scopesOfUnit,
} from '#domain/desk/access.ts'
import { unit } from '#domain/places/areas.ts'

/** The list scopes, written out (docs/adr/0009-who-sees-what.md): a case that is in no list cannot be read. */

describe('list scopes of the staff of a unit', () => {
  it.each<[string, ListScope[]]>([
    ['shili-centre', ['unit:shili-centre', 'at:shili', 'below:shili']],
    ['qingshi-centre', ['unit:qingshi-centre', 'at:qingshi', 'below:qingshi']],
    ['qingshi-office', ['unit:qingshi-office', 'below:qingshi']],
    ['qingshi-liuwan-committee', ['unit:qingshi-liuwan-committee', 'below:qingshi-liuwan']],
    ['qingshi-liuwan-1-grid', ['unit:qingshi-liuwan-1-grid']],
    ['shili-committee', ['unit:shili-committee']],
    ['shili-petition', ['unit:shili-petition']],
  ])('of %s are %j', (id, scopes) => {
    expect(scopesOfUnit(id)).toEqual(scopes)
    // Plus the cases assigned to the member.
    expect(scopesOf({ id: 'li', unit: id, role: 'handler' })).toEqual([...scopes, 'staff:li'])
  })
})

const caseAt = (desk: string, changes: Partial<Listed> = {}): Listed => ({
  ...{ unit: desk, about: 'none', cohandlers: [], assignee: null, recused: [] },
  ...changes,
})

describe('a case about county staff', () => {
  const { kind } = unit('qingshi-office')
  afterEach(() => {
    unit('qingshi-office').kind = kind
  })

  it('may be held by the county’s petition office, and by no petition office below it', () => {
    unit('qingshi-office').kind = 'petition-office'
    expect(mayHold('qingshi-office', 'county-staff')).toBe(false)
    expect(mayHold('shili-petition', 'county-staff')).toBe(true)
  })
})

describe('list scopes of a case', () => {
  it.each<[string, Listed, ListScope[]]>([
    [
      'at a grid: its desk and all units above',
      caseAt('qingshi-liuwan-1-grid'),
      ['unit:qingshi-liuwan-1-grid', 'below:qingshi-liuwan', 'below:qingshi', 'below:shili'],
    ],
    [
      'at a village: no centre by `at`',
      caseAt('qingshi-liuwan-committee'),
      ['unit:qingshi-liuwan-committee', 'below:qingshi', 'below:shili'],
    ],
    [
      'at a town: the town’s centre by `at`',
      caseAt('qingshi-office'),
      ['unit:qingshi-office', 'at:qingshi', 'below:shili'],
    ],
    [
      'at the county: the county’s centre by `at`',
      caseAt('shili-medical'),
      ['unit:shili-medical', 'at:shili'],
    ],
    [
      'shared: the sharing desks as well',
      caseAt('qingshi-office', { cohandlers: ['yunxi-office', 'shili-labour'] }),
      ['unit:qingshi-office', 'unit:yunxi-office', 'unit:shili-labour', 'at:qingshi', 'below:shili'],
    ],
    [
      'assigned: the assignee as well',
      caseAt('shili-medical', { assignee: 'li' }),
      ['unit:shili-medical', 'at:shili', 'staff:li'],
    ],
    [
      'about a grid worker, at a grid by mistake: only the units above',
      caseAt('qingshi-liuwan-1-grid', { about: 'grid-worker' }),
      ['below:qingshi-liuwan', 'below:qingshi', 'below:shili'],
    ],
    [
      'about a village cadre, at the village by mistake: the town and above',
      caseAt('qingshi-liuwan-committee', { about: 'village-cadre' }),
      ['below:qingshi', 'below:shili'],
    ],
    [
      'about a village cadre, shared with the village by mistake: not the village',
      caseAt('qingshi-office', { about: 'village-cadre', cohandlers: ['qingshi-liuwan-committee'] }),
      ['unit:qingshi-office', 'at:qingshi', 'below:shili'],
    ],
    [
      'about town staff, at the town by mistake: the county only',
      caseAt('qingshi-office', { about: 'town-staff' }),
      ['below:shili'],
    ],
    [
      'about unknown persons, at a village by mistake: the county only',
      caseAt('qingshi-liuwan-committee', { about: 'unknown' }),
      ['below:shili'],
    ],
    [
      'about town staff, at the county: the county only',
      caseAt('shili-centre', { about: 'town-staff' }),
      ['unit:shili-centre', 'at:shili'],
    ],
    [
      'about county staff: the petition office only',
      caseAt('shili-petition', { about: 'county-staff' }),
      ['unit:shili-petition'],
    ],
    [
      'about county staff, at another desk by mistake: none',
      caseAt('shili-office', { about: 'county-staff' }),
      [],
    ],
    [
      'with a handler and a leader who answers for it: a row for each of them',
      caseAt('shili-petition', { about: 'county-staff', assignee: 'li', lead: 'zhang' }),
      ['unit:shili-petition', 'staff:li', 'lead:zhang'],
    ],
    [
      'with somebody who has a direct interest: a row that keeps it from their lists',
      caseAt('shili-petition', { about: 'county-staff', recused: ['wang'] }),
      ['unit:shili-petition', 'recused:wang'],
    ],
  ])('%s', (_, listed, scopes) => {
    expect(scopesOfCase(listed)).toEqual(scopes)
  })
})

describe('readers of a case may know of another case', () => {
  it.each([
    ['grid-worker', 'qingshi-liuwan-1-grid', [], 'none', false],
    ['grid-worker', 'qingshi-liuwan-committee', [], 'none', true],
    ['village-cadre', 'qingshi-office', [], 'none', true],
    ['village-cadre', 'qingshi-office', ['qingshi-liuwan-committee'], 'none', false],
    ['village-cadre', 'qingshi-office', ['qingshi-liuwan-committee'], 'village-cadre', true],
    ['none', 'qingshi-office', ['qingshi-liuwan-committee'], 'village-cadre', true],
    ['county-staff', 'shili-petition', [], 'none', false],
    ['county-staff', 'shili-petition', [], 'county-staff', true],
    ['county-staff', 'shili-centre', [], 'none', false],
    ['town-staff', 'shili-centre', [], 'none', true],
  ] as const)(
    'about %s, if theirs is at %s, shared with %j and about %s: %s',
    (about, unit, cohandlers, own, may) => {
      expect(readersMayKnow({ unit, cohandlers, about: own, assignee: null, recused: [] }, about)).toBe(may)
    },
  )
})
