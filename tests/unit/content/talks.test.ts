import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BroadcastWeek } from '#domain/content/broadcast.ts'
import type { LessonParts } from '#domain/content/talk.ts'
import { scriptMonths, talks } from '#generated/talks.ts'
import { readSources } from '../../../site/build/library.ts'
import { readBroadcast, scriptOf } from '../../../site/build/talks/broadcast.ts'
import { lessonParts } from '../../../site/build/talks/lesson-parts.ts'
import { asSaid, secondsOf, speakable, unheard } from '../../../site/build/talks/spoken.ts'
import { readTalks } from '../../../site/build/talks/talks.ts'
import { readTexts } from '../../../site/build/texts/text.ts'

/** Scripts for the loudspeaker and kits for evening talks: composed from lessons, and what their gate refuses. */

const texts = readTexts('content')
const lessons = lessonParts(texts)
const { hotlines, articles, deadlines } = readSources('content')
const known = new Set(['110', '12345'])

describe('words for the ear', () => {
  it.each([
    ['劳动监察（12333）；别等。', '劳动监察，电话12333；别等。'],
    ['他要是躲（民法典第六百七十五条），就催。', '他要是躲，就催。'],
    ['村（社区）调委会', '村、社区调委会'],
    ['看《劳动法》，打 12348 问', '看劳动法，打12348问'],
  ])('%s is said %s', (written, said) => {
    expect(speakable(written)).toBe(said)
  })

  it('say a number digit by digit, with 幺 for one', () => {
    expect(asSaid('打110，再打12348')).toBe('打幺幺零，再打幺二三四八')
  })

  it('take their time at 200 characters a minute, each digit one', () => {
    expect(secondsOf('好'.repeat(200))).toBe(60)
    expect(secondsOf('12345')).toBe(secondsOf('一二三四五'))
  })

  it.each([
    ['a bracket that stays', '问清（哪天给、给多少）再走。', /“（” cannot be said/],
    ['a Latin letter', '看 A 栏。', /“A” cannot be said/],
    ['a number that is no hotline', '赔了4000块。', /“4000”: expected a hotline/],
    [
      'a sentence too long',
      '先把记工本拍下来，再把聊天存好，然后叫上一起干活的人，最后带着身份证去劳动监察那里说。',
      /too long to be heard/,
    ],
    ['a stretch without a pause', '带着身份证和记工本还有工友的证明一起去劳动监察。', /has no pause/],
  ])('are refused with %s', (_, words, fault) => {
    expect(unheard(words, known).join('\n')).toMatch(fault)
  })

  it('are fine when short, with hotlines only', () => {
    expect(unheard('先打110，再告诉家里。', known)).toEqual([])
  })
})

describe('a script for the loudspeaker', () => {
  const base = lessons.get('labour/foreman-gone') as LessonParts
  const week: BroadcastWeek = { when: '返乡结账', lesson: 'own' }
  const tried = (change: Partial<LessonParts>, at: BroadcastWeek = week) => {
    const made = scriptOf(at, new Map([['own', { ...base, ...change }]]), hotlines)
    return Array.isArray(made) ? made.join('\n') : made
  }

  it('is composed of the lesson’s own words: answer, mistake, steps, last day, number and moral', () => {
    const made = tried({})
    const words = typeof made === 'string' ? made : made.paragraphs.join('')
    for (const part of [
      base.summary,
      base.moral,
      base.limitNote ?? '',
      ...base.steps.map(({ head }) => head),
    ])
      expect(words).toContain(speakable(part))
  })

  const wordsOf = (change: Partial<LessonParts>): string => {
    const made = tried(change)
    return typeof made === 'string' ? made : made.paragraphs.join('')
  }

  it('keeps quotations whole and questions asked', () => {
    const [, ...others] = base.steps
    const text = '说：“我被骗了，请止付。”改密码。谁批的？'
    expect(wordsOf({ steps: [{ head: '停手。', text }, ...others] })).toContain(`第一，停手。${text}第二，`)
  })

  it('sends questions to a line that is not for emergencies', () => {
    const first = '先治伤，再请村调委会。'
    expect(wordsOf({ first, contacts: ['120', '12119', '12348'] })).toContain('要问的，打12348，12348。')
    expect(wordsOf({ first, contacts: ['120'] })).toContain('要问的，打120，120。')
  })

  it.each([
    ['a sensitive lesson', { sensitive: true }, /is sensitive/],
    ['a lesson without a last day', { limitNote: undefined }, /no limitNote/],
    [
      'too few words',
      { steps: [], quiz: [], summary: '能要。', limitNote: '早要。' },
      /seconds when read aloud, expected 60 to 90/,
    ],
    [
      'too many words',
      { summary: '这一句话要说得慢一点。'.repeat(30) },
      /seconds when read aloud, expected 60 to 90/,
    ],
    ['a number in digits', { moral: '一天记 1000 回。' }, /expected a hotline/],
    ['a word of offices', { moral: '他应当给钱。' }, /not 应当/],
  ])('is refused for %s', (_, change, fault) => {
    expect(tried(change)).toMatch(fault)
  })

  it('is refused for a lesson or a hotline that is missing', () => {
    expect(scriptOf({ when: '春耕', lesson: 'gone' }, lessons, hotlines)).toEqual([
      'content/lessons/gone.mdx is missing',
    ])
    const general = { when: '春耕', title: '几个号码', words: ['记住这几个号码。'], numbers: ['99999'] }
    expect(scriptOf(general, lessons, hotlines)).toEqual(['"99999": expected a file in content/contacts'])
  })

  it('is there for each of 52 weeks, none read twice', () => {
    const scripts = scriptMonths.flatMap((month) => month.scripts)
    expect(scripts).toHaveLength(52)
    expect(new Set(scripts.map(({ title }) => title)).size).toBe(52)
  })
})

/** The content with a text of a file replaced. */
const contentWith = (name: string, from: string, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  for (const part of ['talks', 'broadcast.yaml'])
    cpSync(`content/${part}`, join(folder, part), { recursive: true })
  const text = readFileSync(join(folder, name), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, name), text.replaceAll(from, to))
  return folder
}

it.each([
  [
    'a week with lesson and words',
    'lesson: welfare/grave-moved',
    'lesson: welfare/grave-moved, title: 迁坟怎么办',
    /broadcast\.yaml: 3\.weeks\.3: expected either/,
  ],
  [
    'a week too few',
    '    - { when: 迁坟、动坟地, lesson: welfare/grave-moved }\n',
    '',
    /expected array|Too small/,
  ],
  [
    'a lesson read twice',
    'welfare/grave-moved',
    'land/field-boundary',
    /month 4, week 4 \(迁坟、动坟地\): land\/field-boundary is read twice/,
  ],
  ['an unknown lesson', 'welfare/grave-moved', 'welfare/graves', /month 4, week 4 .*graves\.mdx is missing/],
])('the calendar is refused for %s, with its place', (_, from, to, fault) => {
  expect(() => readBroadcast(contentWith('broadcast.yaml', from, to), lessons, hotlines)).toThrow(fault)
})

describe('a kit for an evening talk', () => {
  const read = (content: string) =>
    readTalks(content, lessons, { articles, hotlines, limits: deadlines.limits, texts })

  it.each([
    [
      'minutes that are not forty',
      'wages',
      'minutes: 9',
      'minutes: 8',
      /talks\/wages\.yaml: outline: 39 minutes, expected 40/,
    ],
    [
      'an unknown lesson',
      'wages',
      '[labour/foreman-gone,',
      '[labour/gone,',
      /content\/lessons\/labour\/gone\.mdx is missing/,
    ],
    [
      'a lesson left out of the outline',
      'wages',
      '[labour/foreman-gone,',
      '[labour/overtime-pay, labour/foreman-gone,',
      /"labour\/overtime-pay" is not in the outline/,
    ],
    [
      'a question without a lesson',
      'wages',
      'do: 收尾：记三句话，抄号码 }',
      'do: 收尾, ask: [1] }',
      /`ask` needs a `lesson`/,
    ],
    [
      'a voice that is not on stage',
      'wages',
      'name: 嫂子, says: 八点',
      'name: 妹子, says: 八点',
      /skit: "妹子": expected one of `people`/,
    ],
    [
      'a skit that is too long',
      'wages',
      'says: ',
      `says: ${'空'.repeat(30)}`,
      /skit: \d+ seconds when played, at most 120/,
    ],
    [
      'an unknown number',
      'wages',
      '"12333"',
      '"99999"',
      /numbers: "99999": expected a file in content\/contacts/,
    ],
    [
      'a period its lessons do not have',
      'work-injury',
      '不报我自己报，一年内都行',
      '不报我自己报，九年内都行',
      /“九年” is in no article/,
    ],
    ['a word of offices', 'wages', 'do: 收尾：记三句话', 'do: 收尾：应当记三句话', /not 应当/],
    ['violence without a way to leave', 'home-life', 'exit: true\n', '', /exit: expected `true`/],
    [
      'a way to leave where nobody is harmed',
      'wages',
      'lessons:',
      'exit: true\nlessons:',
      /exit: expected `true`/,
    ],
    ['two people too few', 'wages', 'people:', 'persons:', /talks\/wages\.yaml: skit/],
  ])('is refused for %s', (_, name, from, to, fault) => {
    expect(() => read(contentWith(`talks/${name}.yaml`, from, to))).toThrow(fault)
  })

  it('is there ten times, each with questions to the room', () => {
    expect(talks).toHaveLength(10)
    for (const { id, outline } of talks)
      expect(outline.flatMap(({ ask = [] }) => ask).length, id).toBeGreaterThanOrEqual(3)
  })
})
