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

/** The scopes themselves, written out (docs/adr/0009-who-sees-what.md): what is in no list here, nobody can read. */

describe('where the staff of a unit look for cases', () => {
  it.each<[string, ListScope[]]>([
    ['shili-centre', ['unit:shili-centre', 'at:shili', 'below:shili']],
    ['qingshi-centre', ['unit:qingshi-centre', 'at:qingshi', 'below:qingshi']],
    ['qingshi-office', ['unit:qingshi-office', 'below:qingshi']],
    ['qingshi-liuwan-committee', ['unit:qingshi-liuwan-committee', 'below:qingshi-liuwan']],
    ['qingshi-liuwan-1-grid', ['unit:qingshi-liuwan-1-grid']],
    ['shili-committee', ['unit:shili-committee']],
    ['shili-petition', ['unit:shili-petition']],
  ])('%s: %j', (id, scopes) => {
    expect(scopesOfUnit(id)).toEqual(scopes)
    // And what one of them has in hand.
    expect(scopesOf({ id: 'li', unit: id, role: 'handler' })).toEqual([...scopes, 'staff:li'])
  })
})

const lying = (desk: string, changes: Partial<Listed> = {}): Listed => ({
  ...{ unit: desk, about: 'none', cohandlers: [], assignee: null },
  ...changes,
})

describe('a case about county staff', () => {
  const { kind } = unit('qingshi-office')
  afterEach(() => {
    unit('qingshi-office').kind = kind
  })

  it('lies with the petition office of the county, and with no petition office below it', () => {
    unit('qingshi-office').kind = 'petition-office'
    expect(mayHold('qingshi-office', 'county-staff')).toBe(false)
    expect(mayHold('shili-petition', 'county-staff')).toBe(true)
  })
})

describe('where a case is listed', () => {
  it.each<[string, Listed, ListScope[]]>([
    [
      'a grid’s: its desk and all above',
      lying('qingshi-liuwan-1-grid'),
      ['unit:qingshi-liuwan-1-grid', 'below:qingshi-liuwan', 'below:qingshi', 'below:shili'],
    ],
    [
      'a village’s: no centre looks around there',
      lying('qingshi-liuwan-committee'),
      ['unit:qingshi-liuwan-committee', 'below:qingshi', 'below:shili'],
    ],
    [
      'a town’s: its centre looks around',
      lying('qingshi-office'),
      ['unit:qingshi-office', 'at:qingshi', 'below:shili'],
    ],
    ['the county’s', lying('shili-medical'), ['unit:shili-medical', 'at:shili']],
    [
      'shared: also the desks that share it',
      lying('qingshi-office', { cohandlers: ['yunxi-office', 'shili-labour'] }),
      ['unit:qingshi-office', 'unit:yunxi-office', 'unit:shili-labour', 'at:qingshi', 'below:shili'],
    ],
    [
      'in somebody’s hand: also under their own',
      lying('shili-medical', { assignee: 'li' }),
      ['unit:shili-medical', 'at:shili', 'staff:li'],
    ],
    [
      'about a grid worker, on a grid by mistake: not there, but above',
      lying('qingshi-liuwan-1-grid', { about: 'grid-worker' }),
      ['below:qingshi-liuwan', 'below:qingshi', 'below:shili'],
    ],
    [
      'about a village cadre, on the village’s desk by mistake: the town and above',
      lying('qingshi-liuwan-committee', { about: 'village-cadre' }),
      ['below:qingshi', 'below:shili'],
    ],
    [
      'about a village cadre, shared with the village by mistake: not there',
      lying('qingshi-office', { about: 'village-cadre', cohandlers: ['qingshi-liuwan-committee'] }),
      ['unit:qingshi-office', 'at:qingshi', 'below:shili'],
    ],
    [
      'about town staff, on the town’s desk by mistake: the county alone',
      lying('qingshi-office', { about: 'town-staff' }),
      ['below:shili'],
    ],
    [
      'about nobody knows whom, on a village’s desk by mistake: the county alone',
      lying('qingshi-liuwan-committee', { about: 'unknown' }),
      ['below:shili'],
    ],
    ['about town staff', lying('shili-centre', { about: 'town-staff' }), ['unit:shili-centre', 'at:shili']],
    [
      'about county staff: the petition office alone',
      lying('shili-petition', { about: 'county-staff' }),
      ['unit:shili-petition'],
    ],
    ['about county staff, on another desk by mistake', lying('shili-office', { about: 'county-staff' }), []],
  ])('%s', (_, listed, scopes) => {
    expect(scopesOfCase(listed)).toEqual(scopes)
  })
})

describe('everybody who reads a case may know of another', () => {
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
    'about %s, from the desk %s shared with %j of a case about %s: %s',
    (about, unit, cohandlers, own, may) => {
      expect(readersMayKnow({ unit, cohandlers, about: own, assignee: null }, about)).toBe(may)
    },
  )
})
