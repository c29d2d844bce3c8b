import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { moveFault } from '#domain/moves/rules.ts'
import type { Standing } from '#domain/moves/standing.ts'
import { type Capabilities, consoleRole, type Role, roleIds, roles, rolesThat } from '#domain/staff/staff.ts'
import { untouched } from '../../../support/standing.ts'

/** Capabilities of each role; code outside the table never checks a role by name. */

describe('the table of roles', () => {
  it.each<[Role, Capabilities]>([
    ['handler', { handles: true, decides: false, keepsAccounts: false, readsLog: false }],
    ['lead', { handles: true, decides: true, keepsAccounts: false, readsLog: true }],
    ['admin', { handles: false, decides: false, keepsAccounts: true, readsLog: true }],
  ])('gives %s the capabilities %j', (role, capabilities) => {
    expect(roles[role]).toMatchObject(capabilities)
  })

  it('lists its rows in order, and the roles with each capability', () => {
    expect(roleIds).toEqual(['handler', 'lead', 'admin'])
    expect(rolesThat('handles')).toEqual(['handler', 'lead'])
    expect(roles[consoleRole]).toMatchObject({ handles: true, decides: true })
  })

  it('gives no role both cases and accounts', () => {
    for (const id of roleIds) expect([id, roles[id].handles && roles[id].keepsAccounts]).toEqual([id, false])
  })

  it('lets only roles that decide assign a case', () => {
    const standing: Omit<Standing, 'role'> = {
      ...untouched,
      status: 'accepted',
      track: 'mediation',
      danger: false,
      relation: 'desk',
      level: 'village',
      unitKind: 'people-mediation-committee',
      objected: false,
      gaveCode: false,
      reaches: () => true,
    }
    const assigning = roleIds.filter((role) => moveFault('assigned', { ...standing, role }) === null)
    expect(assigning).toEqual(rolesThat('decides'))
  })
})

describe('the name of a role', () => {
  /** Data that happens to contain the words: sample people, columns of ledgers, common passwords, and facts of papers. */
  const data = [
    'functions/console/sample-staff.ts',
    'functions/console/seed/context.ts',
    'functions/console/seed/inputs.ts',
    'functions/console/seed/staff.ts',
    'functions/domain/importing/fields.ts',
    'functions/domain/ledger/columns.ts',
    'functions/generated/desk.ts',
    'functions/staff/passwords/common-passwords.ts',
  ]
  const table = 'functions/domain/staff/staff.ts'
  const named = new RegExp(`['"\`](${roleIds.join('|')})['"\`]`)
  const naming = globSync('{functions,site}/**/*.{ts,tsx,astro,mjs}').filter((file) =>
    named.test(readFileSync(file, 'utf8')),
  )

  it('is in the table only', () => {
    expect(naming.filter((file) => file !== table && !data.includes(file))).toEqual([])
  })

  it('is found in the table by this check', () => {
    expect(naming).toEqual(expect.arrayContaining([table, ...data]))
    expect("if (member.role === 'admin')").toMatch(named)
    expect("SELECT id FROM staff_user WHERE role <> 'admin'").toMatch(named)
  })
})
