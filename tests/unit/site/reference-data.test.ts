import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readReference } from '../../../site/build/reference-data.ts'

/** Knows every id, so that a test names only the one it is about. */
class Everything extends Set<string> {
  override has(): boolean {
    return true
  }
}
const known = () => new Everything()
const names = { articles: known(), limits: known(), hotlines: known(), areas: known(), units: known() }

/** The content with one text of situations.yaml replaced. */
const contentWith = (from: string, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  cpSync('content', folder, { recursive: true })
  const file = join(folder, 'situations.yaml')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
  return folder
}

it('the groups of the home page name situations that exist', () => {
  const { homeGroups, situations } = readReference('content', names)
  const ids = situations.map(({ id }) => id)
  expect(homeGroups).toHaveLength(4)
  for (const group of homeGroups) expect(ids).toEqual(expect.arrayContaining(group.situations))
})

it.each([
  [
    'an unknown situation',
    '[eaves-light, elderly-support]',
    '[eaves, elderly-support]',
    /home: 邻里和家里: "eaves": expected a situation/,
  ],
  ['an unknown icon', 'icon: house', 'icon: tower', /situations\.yaml: home/],
  [
    'a situation defined twice',
    '- id: work-injury',
    '- id: unpaid-wages',
    /situations\.yaml: "unpaid-wages" is defined twice/,
  ],
])('the build names the group or situation with %s', (_, from, to, message) => {
  expect(() => readReference(contentWith(from, to), names)).toThrow(message)
})
