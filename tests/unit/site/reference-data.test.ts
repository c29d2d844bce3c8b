import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
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

/** The content with one text of a data file replaced. */
const contentWith = (from: string, to: string, name = 'situations.yaml'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  cpSync('content', folder, { recursive: true })
  const file = join(folder, name)
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

it('new law names articles of its own statute, and only once', () => {
  const { newLaws } = readReference('content', names)
  const laws = newLaws.map(({ law }) => law)
  expect(laws.filter((law, index) => laws.indexOf(law) !== index)).toEqual([])
  for (const { law, articles } of newLaws) for (const id of articles) expect(id).toContain(`${law}-`)
})

it.each([
  [
    'of another statute',
    'articles: [agriculture-90,',
    'articles: [seed-45,',
    /"seed-45": expected an article of this/,
  ],
  ['that does not exist', 'lessons: [land/land-taken-back,', 'lessons: [land/no-lesson,', /land\/no-lesson/],
])('the build names the entry of new law with something %s', (_, from, to, message) => {
  expect(() => readReference(contentWith(from, to, 'new-law.yaml'), names)).toThrow(message)
})

it('the build names a matter for somebody else with a number that has no file', () => {
  const content = contentWith('contacts: ["12328", "12345"]', 'contacts: ["12399"]', 'other-matters.yaml')
  const hotlines = new Set(readdirSync(join(content, 'contacts')).map((file) => basename(file, '.mdx')))
  expect(() => readReference(content, { ...names, hotlines })).toThrow(/other-matters\.yaml: bus: "12399"/)
})
