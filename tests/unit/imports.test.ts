import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

/** Plants an import in a room and asks Biome. The files are removed whatever happens. */

const planted: string[] = []
afterAll(() => {
  for (const file of planted) rmSync(file, { force: true })
})

const lint = (room: string, specifier: string, ending = 'ts', name = 'planted'): string => {
  const file = `${room}/${name}-${planted.length}.${ending}`
  planted.push(file)
  mkdirSync(dirname(file), { recursive: true })
  const code = `import * as planted from '${specifier}'\n`
  writeFileSync(file, ending === 'astro' ? `---\n${code}---\n{planted}\n` : `${code}export { planted }\n`)
  const args = [
    'lint',
    '--colors=off',
    '--only=style/noRestrictedImports',
    '--vcs-use-ignore-file=false',
    file,
  ]
  return spawnSync('biome', args, { encoding: 'utf8' }).stderr
}

describe('forbidden', () => {
  it.each([
    ['functions/domain', 'hono'],
    ['functions/domain', '../store/store.ts'],
    ['functions/domain', 'node:fs'],
    ['functions/views', '../store/store.ts'],
    ['functions/views', '../http/form.ts'],
    ['functions/views', '../filing/file-case.ts'],
    ['functions/views', '../generated/desk.ts'],
    ['functions/views/desk', '../../store/store.ts'],
    ['functions/views/desk', '../../desk/move-case.ts'],
    ['functions/store', '../http/form.ts'],
    ['functions/store', '../filing/file-case.ts'],
    ['functions/store', 'hono'],
    ['functions/http', '../store/create.ts'],
    ['functions/http', 'drizzle-orm'],
    ['functions/http', '../tracking/open-case.ts'],
    ['functions/filing', '../tracking/open-case.ts'],
    ['functions/filing', '../store/create.ts'],
    ['functions/filing', 'drizzle-orm/d1'],
    ['functions/filing', 'cloudflare:workers'],
    ['functions/filing', '../generated/desk.ts'],
    ['functions/http', '../generated/desk.ts'],
    ['functions/tracking', '../generated/desk.ts'],
    ['functions/tracking', '../filing/file-case.ts'],
    ['functions/tracking', 'node:fs'],
    ['functions/search', '../filing/file-case.ts'],
    ['functions/search', '../store/store.ts'],
    ['functions/search', '../generated/library.ts'],
    ['functions/deadlines', '../search/engine.ts'],
    ['functions/filing', '../search/engine.ts'],
    ['functions/filing', '../generated/library.ts'],
    ['functions/tracking', '../search/engine.ts'],
    ['functions/desk', '../filing/file-case.ts'],
    ['functions/desk', '../staff/auth.ts'],
    ['functions/desk', 'better-auth/minimal'],
    ['functions/staff', '../desk/move-case.ts'],
    ['functions/staff', '../filing/file-case.ts'],
    ['functions/staff', '../tracking/open-case.ts'],
    ['functions/staff', '../store/staff-create.ts'],
    ['functions/staff', 'drizzle-orm'],
    ['functions/staff', 'better-auth/minimal'],
    ['functions/http', 'better-auth/api'],
    ['functions/http', '../staff/auth.ts'],
    ['functions/store', 'better-auth/adapters/drizzle'],
    ['functions/views/desk', '../../staff/door.ts'],
    ['functions/console', 'better-auth/minimal'],
    ['site/pages', '../../functions/staff/auth.ts'],
    ['functions/api', '../store/create.ts'],
    ['functions/api', '../generated/desk.ts'],
    ['site/components', '../../functions/generated/desk.ts'],
    ['site/pages', '../../functions/store/create.ts'],
    ['site/components', '../../functions/http/form.ts'],
  ])('%s ← %s', (room, specifier) => {
    expect(lint(room, specifier)).toContain('noRestrictedImports')
  })

  it('also in .astro files', () => {
    expect(lint('site/components', '../../functions/store/create.ts', 'astro')).toContain(
      'noRestrictedImports',
    )
  })
})

it('only the auth files of the staff’s room know the library of the sign-in', () => {
  expect(lint('functions/staff', 'better-auth/minimal', 'ts', 'auth-planted')).not.toContain('noRestricted')
  expect(lint('functions/staff', 'drizzle-orm', 'ts', 'auth-planted')).toContain('noRestricted')
})

describe('allowed', () => {
  it.each([
    ['functions/domain', 'zod'],
    ['functions/domain', './tracks.ts'],
    ['functions/views', '#domain/tracks.ts'],
    ['functions/views/desk', '#domain/desk-data.ts'],
    ['functions/views/desk', '#generated/desk.ts'],
    ['functions/views/desk', '../frame.tsx'],
    ['functions/views/desk', 'hono/jsx'],
    ['functions/desk', '#generated/desk.ts'],
    ['functions/store', 'drizzle-orm'],
    ['functions/store', '#domain/tracks.ts'],
    ['functions/staff', '#store/staff-store.ts'],
    ['functions/staff', '#http/form.ts'],
    ['functions/filing', '#store/store.ts'],
    ['functions/filing', '#http/form.ts'],
    ['functions/filing', '../views/file-form.tsx'],
    ['site/components', '#domain/tracks.ts'],
    ['site/components', '../../functions/views/icons.tsx'],
  ])('%s ← %s', (room, specifier) => {
    expect(lint(room, specifier)).not.toContain('noRestrictedImports')
  })
})
