import { expect, it } from 'vitest'
import { tellsGiven } from '#domain/basics/given-names.ts'

/** What people of a case gave, in words that everybody may read. */

const nothing = { names: [], about: [], phones: [] }

it.each<[text: string, given: Partial<Parameters<typeof tellsGiven>[1]>, told: boolean]>([
  ['请陈大山家让一让', { names: ['陈大山'] }, true],
  ['请陈 大山家让一让', { names: ['陈大山'] }, true],
  ['请大家让一让', { names: ['陈大山', ''] }, false],
  ['请大家让一让', { names: ['大'] }, false],
  ['刘湾组的水沟堵了', { names: ['刘湾组'] }, true],
  ['陈建国说的灯', { names: ['吴秀兰、陈建国'] }, true],
  ['陈建国说的灯', { names: ['吴秀兰，陈建国'] }, true],
  ['陈建国说的灯', { names: ['吴秀兰 陈建国'] }, true],
  ['陈建国说的灯', { names: ['吴秀兰（陈建国）'] }, true],
  ['陈建国说的灯', { names: ['吴秀兰和陈建国'] }, true],
  ['陈建国说的灯', { names: ['吴秀兰及陈建国'] }, true],
  ['李和平说的灯', { names: ['李和平'] }, true],
  ['本人可以来看', { names: ['吴秀兰（本人）'] }, false],
  ['由青石镇出钱', { names: ['青石镇 刘湾组'] }, false],
  ['陈大山家的羊圈搬走了。', { about: ['隔壁陈大山'] }, true],
  ['陈大山家的羊圈搬走了。', { about: ['陈大山，养羊的'] }, true],
  ['陈大山家的羊圈搬走了。', { about: ['住在村头养羊的陈大山老汉'] }, true],
  ['马路上的路灯换好了', { about: ['马路施工队'] }, false],
  ['刘湾村的路灯换好了', { about: ['刘湾村的砖厂'] }, false],
  ['请打 665566。', { phones: ['665566'] }, true],
  ['请打 66 5566。', { phones: ['665566'] }, true],
  ['请打 6621234。', { phones: ['0715-6621234'] }, true],
  ['请打 665566。', { about: ['养羊的，电话665566'] }, true],
  ['要花 665567 元。', { phones: ['665566'] }, false],
])('“%s” tells of %j: %s', (text, given, told) => {
  expect(tellsGiven(text, { ...nothing, ...given })).toBe(told)
})
