import { afterEach, expect, it, vi } from 'vitest'
import { localFolder, stateFolder } from '../../../functions/console/secrets.ts'

afterEach(() => vi.unstubAllEnvs())

it.each([
  ['the county in content/', '', undefined, '.wrangler/state'],
  ['a chosen county', 'yuntai', undefined, '.wrangler/state-yuntai'],
  ['a folder that was named', 'yuntai', '/srv/here', '/srv/here'],
])('local data of %s has a folder of its own', (_, county, named, folder) => {
  vi.stubEnv('LIUCHIXIANG_COUNTY', county)
  vi.stubEnv('LIUCHIXIANG_STATE', named)
  expect(stateFolder()).toBe(folder)
})

it('a box that is tried out shares its folder with no other county', () => {
  vi.stubEnv('LIUCHIXIANG_COUNTY', 'yuntai')
  expect(localFolder('box')).toBe('.wrangler/box-yuntai')
})
