import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Area, Unit } from '#domain/content/regions.ts'
import { askMissing, parseAnswers, readAnswers } from '../../../functions/console/county/answers.ts'
import { countyFiles } from '../../../functions/console/county/files.ts'
import { type CountyPlan, makeCounty } from '../../../functions/console/county/make-county.ts'
import { sayFault } from '../../../functions/console/county/table.ts'
import { toGbk } from '../../support/gbk.ts'
import { countyAnswers, countyTables, large, writeCounty } from '../../support/made-county.ts'
import { atTerminal, hasTerminal, keys } from '../../support/terminal.ts'

const root = mkdtempSync(join(tmpdir(), 'liuchixiang-county-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(root, 'one-'))
})

const answers = () => {
  const read = readAnswers(countyAnswers('云台县', 'https://county.example'))
  if (!read.ok) throw new Error(read.error.join())
  return read.value
}

const make = (
  tables: { areas: string | Uint8Array; offices?: string | Uint8Array },
  more: Partial<CountyPlan> = {},
) => {
  writeFileSync(join(folder, 'a.csv'), tables.areas)
  if (tables.offices !== undefined) writeFileSync(join(folder, 'o.csv'), tables.offices)
  return makeCounty({
    ...{ content: 'content', target: join(folder, 'county'), force: false, answers: answers() },
    ...{ areas: join(folder, 'a.csv'), offices: join(folder, 'o.csv') },
    ...more,
  })
}

const text = (file: string) => readFileSync(join(folder, 'county', file), 'utf8')
const regions = () => parse(text('regions.yaml')) as { areas: Area[]; units: Unit[] }
const says = (made: ReturnType<typeof make>) => (made.ok ? [] : made.error.map(sayFault))

const small = countyTables('云台县', { towns: 2, villages: 4, grids: 4 })

describe('a county of 12 towns, 150 villages and 600 grids', () => {
  it('is made without anything of the sample, each area and unit with an id of its own', () => {
    const made = make(countyTables('云台县', large))
    expect(made).toMatchObject({ ok: true, value: { areas: 763, units: 791, offices: 177 } })
    const { areas, units } = regions()
    const ids = [...areas, ...units].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(areas.slice(0, 4).map(({ id }) => id)).toEqual([
      ...['yuntai', 'chengguan', 'chengguan-dongwan', 'chengguan-dongwan-1'],
    ])
    for (const file of countyFiles)
      expect(text(file).replace(/^#.*$/gm, ''), file).not.toMatch(
        /示例县|青石|云溪|南坪|shili|qingshi|: 0000/,
      )
  })

  it('has the same ids when its tables are read again, in whichever encoding', () => {
    const { areas, offices } = countyTables('云台县', large)
    make({ areas, offices })
    const first = text('regions.yaml')
    make({ areas: toGbk(areas), offices: `\ufeff${offices}` }, { target: join(folder, 'other') })
    expect(readFileSync(join(folder, 'other', 'regions.yaml'), 'utf8')).toBe(first)
    expect(make({ areas, offices }, { force: true }).ok).toBe(true)
    expect(text('regions.yaml')).toBe(first)
  })
})

it('a county of its own is not written again without --force', () => {
  make(small)
  const before = text('regions.yaml')
  expect(says(make(countyTables('别的县', { towns: 1, villages: 1, grids: 1 })))[0]).toContain('--force')
  expect(text('regions.yaml')).toBe(before)
})

it('areas that are added later leave every id as it was, also where a new name sounds the same', () => {
  make(small)
  const before = new Map(regions().areas.map(({ id, name }) => [id, name]))
  // 冬湾村 is spelled as 东湾村 and stands above it.
  const areas = small.areas.replace('东湾村,城关镇,村', '冬湾村,城关镇,村\n东湾村,城关镇,村')
  const offices = `${small.offices}调委会,冬湾村,,0557-2000001,每天,村部,\n`
  expect(says(make({ areas, offices }, { force: true }))).toEqual([])
  const after = new Map(regions().areas.map(({ id, name }) => [id, name]))
  for (const [id, name] of before) expect(after.get(id)).toBe(name)
  expect(after.get('chengguan-dongwan-2')).toBe('冬湾村')
})

it('an area keeps its id, and those below it theirs, under a new name if the table says which it is', () => {
  const called = (name: string, id = '') => ({
    areas: `名称,上级,层级,编号\n云台县,,县\n城关镇,云台县,镇\n${name},城关镇,村,${id}\n第一网格,${name},网格\n`,
    offices: countyTables('云台县', { towns: 1, villages: 1, grids: 1 })
      .offices.replaceAll('东湾村第一网格', '第一网格')
      .replaceAll('东湾村', name),
  })
  expect(says(make(called('东湾村')))).toEqual([])
  const ids = () => [...regions().areas, ...regions().units].map(({ id }) => id)
  const before = ids()
  const missed = says(make(called('花园村'), { force: true }))
  expect(missed.join()).toContain('“东湾村”（编号 chengguan-dongwan）原来有')
  expect(says(make(called('花园村', 'chengguan-dongwan'), { force: true }))).toEqual([])
  expect(ids()).toEqual(before)
  expect(text('regions.yaml')).toContain('花园村人民调解委员会')
})

it('what the county wrote itself stays when its tables are read again', () => {
  make(small)
  const experts = `experts:\n  - { id: li, field: legal, name: 李律师, title: 律师, unit: yuntai-centre, place: 一楼, length: 30, weekly: [{ day: 2, from: "09:00", to: "11:00" }], off: [] }\n`
  writeFileSync(join(folder, 'county', 'experts.yaml'), experts)
  const dossier = text('dossier.yaml')
    .replace('yuntai-centre: 云台调中心', 'yuntai-centre: 云调')
    .replace('sample: true', 'sample: false')
  writeFileSync(join(folder, 'county', 'dossier.yaml'), dossier)
  const { duty: _, ...rest } = answers()
  expect(says(make(small, { force: true, answers: rest }))).toEqual([])
  expect(text('experts.yaml')).toBe(experts)
  expect(text('dossier.yaml')).toBe(dossier)
  expect(text('duty.yaml')).toContain('县中心值班员')
})

it('a village that is merged away keeps its line, its units and its id', () => {
  make(small)
  const lines = small.areas.split('\n')
  const areas = lines
    .map((line) =>
      line === '名称,上级,层级'
        ? `${line},并入`
        : /^西湾村第一网格/.test(line)
          ? `${line},东湾村第一网格`
          : line,
    )
    .map((line) => (line === '西湾村,城关镇,村' ? `${line},东湾村` : line))
    .join('\n')
  const offices = small.offices
    .split('\n')
    .filter((line) => !line.includes('西湾村'))
    .join('\n')
  expect(says(make({ areas, offices }, { force: true }))).toEqual([])
  expect(regions().areas.find(({ id }) => id === 'chengguan-xiwan')).toMatchObject({
    mergedInto: 'chengguan-dongwan',
  })
  expect(regions().units.map(({ id }) => id)).toContain('chengguan-xiwan-committee')
})

const areaFaults: [fault: string, areas: string, says: RegExp][] = [
  ['a head without a column', '名称,层级\n云台县,县\n', /^a\.csv 第 1 行：第一行要有表头，缺：上级$/],
  [
    'an unknown level',
    '名称,上级,层级\n云台县,,县\n城关镇,云台县,区片\n',
    /^a\.csv 第 3 行：层级“区片”不认识/,
  ],
  ['a missing parent', '名称,上级,层级\n云台县,,县\n城关镇,,镇\n', /第 3 行：没有写上级（应当是县（区））/],
  ['an unknown parent', '名称,上级,层级\n云台县,,县\n\n城关镇,云抬县,镇\n', /第 4 行：上级“云抬县”不在表里/],
  [
    'a parent of another level',
    '名称,上级,层级\n云台县,,县\n东湾村,云台县,村\n',
    /第 3 行：上级“云台县”是县（区），应当是乡镇/,
  ],
  ['a circle', '名称,上级,层级\n云台县,,县\n甲镇,乙村,镇\n乙村,甲镇,村\n', /第 3 行：上级“乙村”绕成了圈/],
  [
    'a double',
    '名称,上级,层级\n云台县,,县\n城关镇,云台县,镇\n城关镇,云台县,镇\n',
    /第 4 行：“城关镇”和第 3 行重复/,
  ],
  ['two counties', '名称,上级,层级\n云台县,,县\n甲县,,县\n', /第 3 行：县（区）只能有一个，第 2 行已经有了/],
  ['no county', '名称,上级,层级\n城关镇,云台县,镇\n', /没有县（区）这一行/],
  ['a name left out', '名称,上级,层级\n云台县,,县\n,云台县,镇\n', /第 3 行：没有写名称/],
  [
    'a parent that two are called',
    '名称,上级,层级\n云台县,,县\n甲镇,云台县,镇\n乙镇,云台县,镇\n东村,甲镇,村\n东村,乙镇,村\n一网格,东村,网格\n',
    /第 7 行：上级“东村”有 2 个，请写成其中一个：甲镇\/东村、乙镇\/东村/,
  ],
  ['an id in capitals', '名称,上级,层级,编号\n云台县,,县,YunTai\n', /第 2 行：编号“YunTai”只能用小写字母/],
  [
    'an id that two have',
    '名称,上级,层级,编号\n云台县,,县,y\n甲镇,云台县,镇,y\n',
    /第 3 行：编号“y”和第 2 行重复/,
  ],
  [
    'a merger with itself',
    '名称,上级,层级,并入\n云台县,,县,\n甲镇,云台县,镇,甲镇\n',
    /第 3 行：并入“甲镇”不是表里另一个同级的地方/,
  ],
  ['an empty file', '', /里面没有内容/],
]

it.each(areaFaults)(
  'the table of areas with %s is refused by its line, and nothing is written',
  (_, areas, expected) => {
    const made = says(make({ areas, offices: small.offices }))
    expect(made.filter((one) => expected.test(one))).toHaveLength(1)
    expect(existsSync(join(folder, 'county'))).toBe(false)
  },
)

const first = '调委会,城关镇/东湾村,,0557-1000017,每天,东湾村村部,'
const officeFaults: [fault: string, line: string, says: RegExp][] = [
  ['a number that is too short', first.replace('0557-1000017', '05'), /：电话“05”写法不对/],
  [
    'two numbers in one cell',
    first.replace('0557-1000017', '0557-1000017/18'),
    /：电话“0557-1000017\/18”写法不对/,
  ],
  ['no number', first.replace('0557-1000017', ''), /：没有写电话/],
  ['a sample number', first.replace('0557-1000017', '0000-0000211'), /是示例号码/],
  ['an unknown kind', first.replace('调委会', '物管会'), /：类别“物管会”不认识。可以写：人民调解委员会、/],
  ['an unknown place', first.replace('东湾村,', '冬湾村,'), /：地方“城关镇\/冬湾村”不在第一张表里/],
  ['no hours', first.replace('每天', ''), /：没有写时间/],
  ['no address', first.replace('东湾村村部', ''), /：没有写地址/],
  [
    'a unit at the wrong level',
    first.replace('调委会', '信访局'),
    /：信访局不能设在村（社区），只能在县（区）/,
  ],
  ['a double', `${first}\n${first}`, /：和第 \d+ 行重复：东湾村人民调解委员会/],
  ['a subject that is none', `${first}鸡毛蒜皮`, /：管什么“鸡毛蒜皮”不认识/],
  [
    'a committee for no subject',
    `${first}\n专业调委会,,某调委会,12345,每天,一楼,`,
    /：专业调委会要在“管什么”里写/,
  ],
  ['a committee left out', '', /：缺人民调解委员会：城关镇\/东湾村$/],
]

it.each(officeFaults)('the table of offices with %s is refused by its line', (_, line, expected) => {
  expect(small.offices.match(/调委会,城关镇\/东湾村,.*/)?.[0]).toMatch(
    /^调委会,城关镇\/东湾村,,0557-\d{7},每天,东湾村村部,$/,
  )
  const offices = small.offices.replace(/调委会,城关镇\/东湾村,.*/, line)
  const made = says(make({ areas: small.areas, offices }))
  expect(made.filter((one) => expected.test(one))).toHaveLength(1)
  expect(existsSync(join(folder, 'county'))).toBe(false)
})

it.each([
  ['（0557）1234567', '0557-1234567'],
  ['0557 1234567', '0557-1234567'],
  ['05571234567', '0557-1234567'],
  ['01012345678', '010-12345678'],
  ['０５５７－１２３４５６７', '0557-1234567'],
  ['138 0000 0000', '13800000000'],
  ['400-123-4567', '4001234567'],
  ['12345', '12345'],
])('the number %s is stored as %s', (typed, stored) => {
  const offices = small.offices.replace(/(调委会,城关镇\/东湾村,,)[^,]*/, `$1${typed}`)
  expect(says(make({ areas: small.areas, offices }))).toEqual([])
  const committee = regions().units.find(({ id }) => id === 'chengguan-dongwan-committee')
  expect(committee?.phone).toBe(stored)
})

it('without a second table writes one to fill in, with a row for every unit that is needed', () => {
  expect(make({ areas: small.areas })).toMatchObject({ ok: true, value: { kind: 'blank' } })
  const blank = readFileSync(join(folder, 'o.csv'), 'utf8')
  expect(blank).toContain('\r\n网格,城关镇/东湾村/东湾村第一网格,东湾村第一网格,')
  const filled = blank
    .split('\r\n')
    .map((line, at) =>
      at === 0
        ? line
        : line.replace(/^([^,]*,[^,]*),([^,]*),,,/, (_, a, b) => `${a},${b || '某单位'},12345,每天,某路`),
    )
    .join('\r\n')
  expect(says(make({ areas: small.areas, offices: filled }))).toEqual([])
})

it('answers that are missing or of the sample are named with their question', () => {
  const read = readAnswers({
    url: 'http://county.example',
    phone: '0000-0000100',
    organiser: '示例县中心',
    colour: 1,
  })
  const error = read.ok ? [] : read.error
  for (const expected of [
    /^url（网址.*要用 https/,
    /^phone（.*示例号码/,
    /^organiser（主办单位）：还有“示例”/,
    /^countyRule（/,
    /colour/,
  ])
    expect(error.filter((one) => expected.test(one))).toHaveLength(1)
})

it.each([
  ['a number that is none', { phone: '05' }, 'phone（对外的联系电话）：写成 12345、'],
  ['a number without quotes', { phone: 12345 }, 'phone（对外的联系电话）：用引号括起来'],
  ['a word that is unknown', { colour: 1, size: 2 }, '不认识：colour、size'],
  [
    'hours over midnight',
    { duty: [{ days: [1], from: '22:00', to: '06:00', who: '值班员' }] },
    'duty.0（哪几天几点有人看）：',
  ],
  ['an hour that is none', { duty: [{ days: [1], from: '8', to: '18:00', who: '值班员' }] }, 'duty.0.from（'],
  ['duty in one word', { duty: '周一' }, 'duty（哪几天几点有人看）：一行写一段时间'],
  ['no address', { url: 'county.example' }, 'url（网址（https:// 开头））：要写完整的网址'],
])('answers with %s are refused in Chinese alone', (_, changes, says) => {
  const read = readAnswers({ ...countyAnswers('云台县', 'https://county.example'), ...changes })
  const error = read.ok ? [] : read.error
  expect(error.filter((one) => one.startsWith(says))).toHaveLength(1)
  for (const one of error) expect(one).not.toMatch(/expected|Invalid|example 12345|Unrecognized/)
})

it.each(['- 甲\n', '甲\n'])('a file of answers that has none is named so: %j', (given) => {
  expect(parseAnswers(given)).toMatchObject({ ok: false, error: expect.stringContaining('一行写一个') })
})

it('a line of the answers without a value is asked for, as one that is missing', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  output.on('data', (prompt) => {
    const reply = /^对外的联系电话/.test(prompt) ? '0557-1234567' : /^地址/.test(prompt) ? '某路 2 号' : ''
    input.write(`${reply}\n`)
  })
  const known = { ...countyAnswers('云台县', 'https://county.example'), phone: null, address: null }
  const kept: [string, unknown][] = []
  const asked = await askMissing(known, (...answer) => kept.push(answer), { input, output })
  expect(asked).toMatchObject({ phone: '0557-1234567', address: '某路 2 号' })
  // Each at once: a line left empty is an answer too.
  expect(Object.fromEntries(kept)).toMatchObject({ phone: '0557-1234567', address: '某路 2 号', icp: '' })
})

describe.skipIf(!hasTerminal)('the command at a terminal', () => {
  const file = () => join(folder, 'answers.yaml')
  const ask = (...typed: [string, string][]) => {
    const args = writeCounty(folder, '云台县', { towns: 1, villages: 1, grids: 1 })
    writeFileSync(file(), '# 县里自己的话\nphone: # 总机\n')
    const id = `asked-by-a-test-${process.pid}`
    const run = (more: [string, string][]) =>
      atTerminal(['node', 'functions/console/county-new.ts', ...args, '--county', id], more)
    return { id, run, first: run(typed) }
  }
  const typed = (word: string) => `${word}${keys.enter}`

  it.each([keys.ctrlD, keys.ctrlC])(
    'keeps what was answered before %j, and says how to go on',
    async (end) => {
      const { id, run, first } = ask(
        ['网址', typed('https://county.example')],
        ['网站名称', typed('')],
        ['主办单位', typed('云台县矛盾纠纷调处中心')],
        ['承办单位', typed('')],
        ['联系电话', typed('05')],
        ['联系电话', end],
      )
      const stopped = await first
      expect(stopped.status).toBe(1)
      expect(stopped.shown).toContain('  写成 12345、0551-1234567 或 13800000000')
      expect(stopped.shown).toContain(
        `没有答完。回答存在 ${file()}，县还没有做。再运行同样的命令，从没答的问题接着问。`,
      )
      expect(stopped.shown).not.toMatch(/\bat |Error/)
      const kept = readFileSync(file(), 'utf8')
      expect(kept).toMatch(/^# 县里自己的话\nphone: # 总机\n/)
      expect(parse(kept)).toMatchObject({ url: 'https://county.example', phone: null, operator: '' })
      expect(existsSync(join('counties', id))).toBe(false)
      const again = await run([['：', end]])
      expect(again.shown).toContain('联系电话')
      expect(again.shown).not.toMatch(/网址|主办单位/)
      expect(again.shown).toContain('没有答完。县还没有做。')
    },
  )
})

it('the command makes a folder of counties/, and ends with 1 and every fault otherwise', () => {
  const args = writeCounty(folder, '云台县', { towns: 1, villages: 2, grids: 2 })
  const id = `made-by-a-test-${process.pid}`
  const target = join('counties', id)
  const command = (...more: string[]) =>
    spawnSync('node', ['functions/console/county-new.ts', ...args, '--county', id, ...more], {
      encoding: 'utf8',
    })
  try {
    const made = command()
    expect([made.status, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toContain(`${target}/regions.yaml`)
    const again = command()
    expect([again.status, again.stdout]).toEqual([1, ''])
    expect(again.stderr).toContain('--force')
    const answersAt = args.indexOf('--answers') + 1
    writeFileSync(args[answersAt] ?? '', '{}')
    const unanswered = command('--force')
    expect(unanswered.stderr).toContain('url（网址')
    writeFileSync(args[answersAt] ?? '', 'url: https://a.example\nname: "六尺\n')
    const slip = command('--force')
    expect([slip.status, slip.stderr]).toEqual([1, expect.stringMatching(/：第 \d+ 行写法不对，[^\n]*\n$/)])
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
})

it.each(['desk', 'yuntai-desk', 'files', 'Yuntai', '../yuntai'])(
  'the command refuses the county name “%s”, which could not be deployed',
  (name) => {
    const args = writeCounty(folder, '云台县', { towns: 1, villages: 1, grids: 1 })
    const { status, stderr } = spawnSync(
      'node',
      ['functions/console/county-new.ts', ...args, '--county', name],
      { encoding: 'utf8' },
    )
    expect([status, stderr]).toEqual([1, expect.stringContaining(`“${name}”`)])
    expect(existsSync(join('counties', name))).toBe(false)
  },
)

const shortOf = (short: string) => {
  const [head = '', ...rows] = small.offices.trimEnd().split('\n')
  const offices = [
    `${head},文号简称`,
    ...rows.map((row) => (/^综治中心,,/.test(row) ? `${row},"${short}"` : `${row},`)),
  ]
  return { areas: small.areas, offices: `${offices.join('\n')}\n` }
}
const yamlWords = [
  '青石: 人调',
  '{a',
  '*x',
  '#1',
  'null',
  '12',
  '"甲',
  "'甲",
  '- 甲',
  '&甲',
  '青 #1',
  '青: #1 #2',
  "'青 #1",
  '"青\\ #1',
  'a'.repeat(100),
]

it.each(yamlWords)(
  'the short name of a unit is what the table says, whatever YAML makes of it: %s',
  (short) => {
    expect(says(make(shortOf(short.replaceAll('"', '""'))))).toEqual([])
    expect(parse(text('dossier.yaml')).number.units['yuntai-centre']).toBe(short)
    // Kept when the tables are read again without it.
    expect(says(make(small, { force: true }))).toEqual([])
    expect(parse(text('dossier.yaml')).number.units['yuntai-centre']).toBe(short)
  },
)

it.each(yamlWords)('an answer is what was answered, whatever YAML makes of it: %s', (word) => {
  const given = { ...answers(), organiser: word, countyRule: word, address: word }
  expect(says(make(small, { answers: given }))).toEqual([])
  expect(parse(text('site.yaml'))).toMatchObject({ organiser: word, address: word })
  const rules = parse(text('deadlines.yaml')).clocks.flatMap(
    ({ countyRule }: { countyRule?: string }) => countyRule ?? [],
  )
  expect(new Set(rules)).toEqual(new Set([word]))
  const before = text('site.yaml')
  expect(says(make(small, { answers: given, force: true }))).toEqual([])
  expect(text('site.yaml')).toBe(before)
})

const lastUnit = (rows: readonly string[]): number => rows.findLastIndex((row) => /^调委会,/.test(row))

/** The 文号简称 of every unit of the county that is made. */
const shortsOf = () => Object.values(parse(text('dossier.yaml')).number.units as Record<string, string>)

describe('the short names of units, which stand in the numbers of papers', () => {
  it('differ in a large county', () => {
    expect(says(make(countyTables('云台县', large)))).toEqual([])
    expect(new Set(shortsOf()).size).toBe(shortsOf().length)
  })

  it('differ for committees of one subject', () => {
    const more = ['甲', '乙', '丙'].map(
      (name) => `专业调委会,,${name}医疗纠纷调委会,12345,每天,一楼,医疗纠纷\n`,
    )
    const offices = `${small.offices}${more.join('')}`
    expect(says(make({ areas: small.areas, offices }))).toEqual([])
    expect(shortsOf().filter((short) => short.includes('医'))).toHaveLength(4)
    expect(new Set(shortsOf()).size).toBe(shortsOf().length)
  })

  it('give way to one that the table says, also for a unit further down', () => {
    expect(says(make(small))).toEqual([])
    const first = shortsOf()[0] ?? ''
    const [head = '', ...rows] = small.offices.trimEnd().split('\n')
    const said = [
      `${head},文号简称`,
      ...rows.map((row, at) => `${row},${at === lastUnit(rows) ? first : ''}`),
    ]
    rmSync(join(folder, 'county'), { recursive: true })
    expect(says(make({ areas: small.areas, offices: `${said.join('\n')}\n` }))).toEqual([])
    expect(shortsOf()).toContain(first)
    expect(new Set(shortsOf()).size).toBe(shortsOf().length)
  })
})

it.each(['甲\n乙', '甲\r乙', '甲\u2028乙', '甲\u0000乙'])(
  'an answer of more than one line is refused: %j',
  (word) => {
    const read = readAnswers({ ...countyAnswers('云台县', 'https://county.example'), organiser: word })
    expect(read).toEqual({ ok: false, error: ['organiser（主办单位）：写成一行'] })
  },
)

it('a file that could not be read back is not put in place', () => {
  const folderOf = mkdtempSync(join(root, 'content-'))
  for (const file of countyFiles) {
    const pattern = readFileSync(join('content', file), 'utf8')
    writeFileSync(
      join(folderOf, file),
      file === 'dossier.yaml' ? pattern.replace(/^ {2}serial: case$/m, '  serial: none') : pattern,
    )
  }
  expect(() => make(small, { content: folderOf })).toThrow(/dossier\.yaml: number\.serial/)
  expect(existsSync(join(folder, 'county'))).toBe(false)
})
