import { expect, it } from 'vitest'
import { findableNames, foldedName } from '#domain/basics/folded-name.ts'

const name = '古丽米热·艾比布力'

it.each([
  ['a bullet', '古丽米热•艾比布力'],
  ['a katakana dot', '古丽米热・艾比布力'],
  ['a half-width dot', '古丽米热･艾比布力'],
  ['a hyphenation point', '古丽米热‧艾比布力'],
  ['a full-width stop', '古丽米热．艾比布力'],
  ['a stop', '古丽米热.艾比布力'],
  ['spaces around it', '古丽米热 · 艾比布力'],
  ['nothing', '古丽米热艾比布力'],
  ['a mark nobody sees', '古丽米热\u200b·艾比布力'],
])('a name is the same with %s between its parts', (_, typed) => {
  expect(foldedName(typed)).toBe(foldedName(name))
})

it('width, case and spaces make no other name', () => {
  expect(foldedName('ＬＩ Ｓｉ')).toBe(foldedName('li si'))
  expect(foldedName('李　四')).toBe(foldedName('李四'))
  expect(foldedName('李四')).not.toBe(foldedName('李五'))
})

it('a name is found with and without what stands in brackets', () => {
  expect(findableNames('李四（代母亲）')).toEqual(['李四(代母亲)', '李四'])
  expect(findableNames('李四')).toEqual(['李四'])
  expect(findableNames('·')).toEqual([])
})
