import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dutySchema } from '#domain/content/county.ts'
import { countyFolderFaults } from '../../../site/build/county-folder.ts'
import { readYaml } from '../../../site/build/read-content.ts'

let root = ''
const content = () => join(root, 'content')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'liuchixiang-folder-'))
  for (const folder of ['content', 'counties/one', 'counties/two'])
    mkdirSync(join(root, folder), { recursive: true })
  const duty = (who: string) => `duty:\n  - { days: [1], from: "08:00", to: "09:00", who: ${who} }\n`
  writeFileSync(join(content(), 'duty.yaml'), duty('shared'))
  writeFileSync(join(root, 'counties/one/duty.yaml'), duty('one'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

it.each([
  ['', 'shared'],
  ['one', 'one'],
  ['two', 'shared'],
])('with the county "%s" the rota is that of %s', (id, who) => {
  vi.stubEnv('LIUCHIXIANG_COUNTY', id)
  expect(countyFolderFaults(content())).toEqual([])
  expect(readYaml(content(), 'duty.yaml', dutySchema).duty[0]?.who).toBe(who)
})

it.each([
  ['../content', 'cannot be a folder'],
  ['three', 'there is no counties/three'],
])('the county "%s" is refused', (id, says) => {
  vi.stubEnv('LIUCHIXIANG_COUNTY', id)
  expect(countyFolderFaults(content()).join()).toContain(says)
})

it('a file of a county that stands in for nothing is named', () => {
  writeFileSync(join(root, 'counties/one/dutys.yaml'), '')
  vi.stubEnv('LIUCHIXIANG_COUNTY', 'one')
  expect(countyFolderFaults(content())).toEqual([
    'counties/one/dutys.yaml: expected the name of a file of content/',
  ])
})
