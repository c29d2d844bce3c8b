import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Listed, mayHold, reachOf, relationTo, scopesOf, scopesOfCase } from '#domain/desk/access.ts'
import { commonSuperior, targetsOf } from '#domain/moves/targets.ts'
import { unit } from '#domain/places/areas.ts'
import { startOf } from '#domain/places/starting-unit.ts'
import { roleIds } from '#domain/staff/staff.ts'
import { type About, aboutIds } from '#domain/words/about.ts'
import { county } from '#generated/county.ts'

const at = (desk: string, about: About = 'none', cohandlers: string[] = []): Listed => ({
  ...{ unit: desk, about, cohandlers },
  ...{ assignee: null, recused: [] },
})
const facts = (about: About, sender: string | null = null) =>
  ({ about, sender, track: 'mediation', category: 'other' }) as const
const staff = (unitId: string) => ({ id: 'a', unit: unitId, role: 'handler' }) as const

describe('the reach of a unit', () => {
  it.each([
    ['shili-centre', 'around'],
    ['qingshi-centre', 'around'],
    ['qingshi-office', 'below'],
    ['qingshi-committee', 'below'],
    ['qingshi-liuwan-committee', 'below'],
    ['shili-committee', 'own'],
    ['shili-office', 'own'],
    ['shili-petition', 'own'],
    ['shili-medical', 'own'],
    ['qingshi-liuwan-1-grid', 'own'],
  ])('%s has the reach %s', (id, reach) => {
    expect(reachOf(unit(id))).toBe(reach)
  })
})

describe('the relation of a handler to a case', () => {
  it.each<[string, Listed, string | null]>([
    // A village's case: its own desk, its town and the county's centre; no neighbour, no other town.
    ['qingshi-liuwan-committee', at('qingshi-liuwan-committee'), 'desk'],
    ['qingshi-committee', at('qingshi-liuwan-committee'), 'superior'],
    ['qingshi-office', at('qingshi-liuwan-committee'), 'superior'],
    ['shili-centre', at('qingshi-liuwan-committee'), 'superior'],
    ['qingshi-songping-committee', at('qingshi-liuwan-committee'), null],
    ['yunxi-committee', at('qingshi-liuwan-committee'), null],
    ['qingshi-liuwan-1-grid', at('qingshi-liuwan-committee'), null],
    ['shili-office', at('qingshi-liuwan-committee'), null],
    ['shili-medical', at('qingshi-liuwan-committee'), null],
    // A grid's case: its village is the superior.
    ['qingshi-liuwan-committee', at('qingshi-liuwan-1-grid'), 'superior'],
    ['qingshi-songping-committee', at('qingshi-liuwan-1-grid'), null],
    // A town's case: not the village; the town's own centre is a superior.
    ['qingshi-liuwan-committee', at('qingshi-office'), null],
    ['qingshi-committee', at('qingshi-office'), null],
    ['qingshi-centre', at('qingshi-office'), 'superior'],
    ['yunxi-centre', at('qingshi-office'), null],
    // A shared case: the sharing desk too.
    ['shili-labour', at('qingshi-liuwan-committee', 'none', ['shili-labour']), 'cohandler'],
    // Units of the person complained of are left out.
    ['qingshi-liuwan-committee', at('qingshi-liuwan-committee', 'village-cadre'), null],
    ['qingshi-office', at('qingshi-office', 'village-cadre'), 'desk'],
    ['shili-centre', at('qingshi-office', 'village-cadre'), 'superior'],
    ['qingshi-centre', at('shili-centre', 'town-staff'), null],
    ['shili-centre', at('shili-centre', 'town-staff'), 'desk'],
    ['shili-centre', at('shili-petition', 'county-staff'), null],
    ['shili-petition', at('shili-petition', 'county-staff'), 'desk'],
  ])('at %s to %j is %s', (id, listed, relation) => {
    expect(relationTo(staff(id), listed)).toBe(relation)
  })

  it('is none for somebody with a direct interest, wherever they work, and stays for their colleagues', () => {
    for (const id of ['qingshi-liuwan-committee', 'shili-labour', 'qingshi-committee']) {
      const one = at('qingshi-liuwan-committee', 'none', ['shili-labour'])
      expect(relationTo(staff(id), { ...one, recused: ['b', 'a'] }), id).toBeNull()
      expect(relationTo(staff(id), { ...one, recused: ['b'] }), id).not.toBeNull()
    }
  })

  it('an admin has no relation to any case and no list', () => {
    for (const { id } of county.units) {
      expect(relationTo({ id: 'a', unit: id, role: 'admin' }, at(id))).toBeNull()
      expect(scopesOf({ id: 'a', unit: id, role: 'admin' })).toEqual([])
    }
  })
})

const unitIds = fc.constantFrom(...county.units.map(({ id }) => id))
const listed = fc.record({
  unit: unitIds,
  about: fc.constantFrom(...aboutIds),
  cohandlers: fc.array(unitIds, { maxLength: 2 }),
  assignee: fc.constant(null),
  recused: fc.constant([]),
})

describe('the unit of a person complained of', () => {
  const hiddenFrom: Record<About, (id: string) => boolean> = {
    none: () => false,
    'grid-worker': (id) => unit(id).kind === 'grid',
    'village-cadre': (id) => /^[a-z]+-[a-z]+-(\d|committee)/.test(id) && levelOf(id) <= 1,
    'town-staff': (id) => levelOf(id) <= 2,
    unknown: (id) => levelOf(id) <= 2,
    'county-staff': (id) => id !== 'shili-petition',
  }
  const levelOf = (id: string) =>
    ['grid', 'village', 'town', 'county'].indexOf(
      county.areas.find((area) => area.id === unit(id).area)?.level ?? '',
    )

  it('has the case in no list, has no relation to it and may not hold it, wherever it is', () => {
    fc.assert(
      fc.property(listed, unitIds, fc.constantFrom(...roleIds), (one, id, role) => {
        if (!hiddenFrom[one.about](id)) return
        const member = { id: 'somebody', unit: id, role }
        const scopes = new Set<string>(scopesOfCase(one))
        expect(scopesOf(member).filter((scope) => scopes.has(scope))).toEqual([])
        expect(relationTo(member, one)).toBeNull()
        expect(mayHold(id, one.about)).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  it('a handler finds a case in a list exactly if they have a relation to it', () => {
    fc.assert(
      fc.property(listed, unitIds, (one, id) => {
        const member = staff(id)
        const scopes = new Set<string>(scopesOfCase(one))
        expect(scopesOf(member).some((scope) => scopes.has(scope))).toBe(relationTo(member, one) !== null)
      }),
      { numRuns: 3000 },
    )
  })

  it('is never a target of a move and never the deciding superior', () => {
    for (const about of aboutIds)
      for (const { id } of county.units) {
        if (!mayHold(id, about)) continue
        for (const target of ['side', 'above', 'below', 'any'] as const)
          for (const to of targetsOf(target, id, facts(about))) expect(mayHold(to.id, about)).toBe(true)
        const superior = commonSuperior(id, id, about)
        if (superior) expect(mayHold(superior.id, about)).toBe(true)
      }
  })

  it('is never the starting unit of a case', () => {
    for (const about of aboutIds)
      for (const danger of [false, true])
        for (const { id: region } of county.areas)
          for (const track of ['mediation', 'complaint', 'consult'] as const) {
            const start = startOf({ track, category: 'neighbour', region, about, danger })
            expect(mayHold(start.id, about), `${track} ${region} ${about}`).toBe(true)
          }
  })
})

describe('units that a case can go to', () => {
  it.each<[[Parameters<typeof targetsOf>[0], string, About, string | null], string[]]>([
    [
      ['above', 'qingshi-liuwan-committee', 'none', null],
      [
        ...['qingshi-committee', 'qingshi-office', 'qingshi-centre'],
        ...['shili-medical', 'shili-labour', 'shili-traffic', 'shili-centre'],
      ],
    ],
    [
      ['side', 'qingshi-liuwan-committee', 'none', null],
      ['qingshi-songping-committee', 'qingshi-beiyuan-committee'],
    ],
    [
      ['below', 'qingshi-committee', 'none', null],
      ['qingshi-liuwan-committee', 'qingshi-songping-committee', 'qingshi-beiyuan-committee'],
    ],
    [['below', 'qingshi-committee', 'village-cadre', null], []],
    [['sender', 'qingshi-committee', 'none', 'yunxi-committee'], ['yunxi-committee']],
    [['sender', 'qingshi-committee', 'none', null], []],
  ])('for %j are listed', ([target, from, about, sender], expected) => {
    expect(targetsOf(target, from, facts(about, sender)).map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    ['qingshi-liuwan-committee', 'qingshi-songping-committee', 'qingshi-centre'],
    ['qingshi-liuwan-committee', 'qingshi-committee', 'qingshi-centre'],
    ['qingshi-committee', 'yunxi-committee', 'shili-centre'],
    ['qingshi-centre', 'qingshi-liuwan-committee', 'qingshi-centre'],
    ['shili-centre', 'shili-labour', 'shili-centre'],
    ['qingshi-office', 'shili-labour', 'shili-centre'],
  ])('between %s and %s the deciding superior is %s (信访工作条例 24)', (one, other, superior) => {
    expect(commonSuperior(one, other, 'none')?.id).toBe(superior)
  })
})
