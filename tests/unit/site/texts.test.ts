import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { chineseNumber } from '#domain/basics/chinese-number.ts'
import { quizSchema } from '#domain/content/quiz.ts'
import { readLibrary } from '../../../site/build/library.ts'
import { ContentError } from '../../../site/build/read-content.ts'
import { durationsIn } from '../../../site/build/texts/durations.ts'
import { forbidden } from '../../../site/build/texts/forbidden.ts'
import { hardToRead } from '../../../site/build/texts/plain-language.ts'
import { missingSections } from '../../../site/build/texts/sections.ts'
import { similarPairs } from '../../../site/build/texts/similarity.ts'
import { readTexts, sentences, type Text } from '../../../site/build/texts/text.ts'

/** The checks of lessons and stories: each accepts the real collection and refuses a planted fault. */

const periods = (text: string) => durationsIn(text).map(({ period }) => period)

describe('durations found in running text', () => {
  it.each([
    ['三年内去法院', ['3年']],
    ['收到之日起15日内，或者 30 天', ['15日', '30日']],
    ['两年；六个月；七十二小时；十五个工作日', ['2年', '6月', '72小时', '15工作日']],
    ['一百二十天', ['120日']],
    ['自己开始，一个月内', ['1月']],
    ['2026 年 3 月 1 日，第三天，一天天过去', []],
    ['拖了一两年、三五天、几个月', []],
    ['吃药一个月要多少', []],
    ['一年期贷款', []],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual(expected)
  })

  it('include every number from 1 to 999 in Chinese numerals', () => {
    const digits = '零一二三四五六七八九'
    const write = (n: number): string => {
      const [h, t, o] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
      const tens = t > 0 ? `${t === 1 && h === 0 ? '' : digits[t]}十` : h > 0 && o > 0 ? '零' : ''
      return `${h > 0 ? `${digits[h]}百` : ''}${tens}${o > 0 ? digits[o] : ''}`
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        (n) => chineseNumber(write(n)) === n && chineseNumber(`${n}`) === n,
      ),
    )
  })

  it('exclude malformed numerals, without backtracking', () => {
    for (const wrong of ['十零', '零十', '一千零', '零零'])
      expect(chineseNumber(`${wrong.repeat(75)}1`)).toBeNaN()
  })
})

describe('forbidden phrasings', () => {
  const caught = (sentence: string, sensitive = false) =>
    forbidden.filter(
      (rule) => (!rule.sensitive || sensitive) && rule.pattern.test(sentence) && !rule.unless?.test(sentence),
    ).length > 0

  it.each([
    '年利率不超过 24%',
    '现在的 LPR 是 3.1%',
    '按农村户口的标准赔',
    '调解协议可以直接申请强制执行',
    '起诉离婚有三十天冷静期',
    '查不出是谁扔的，全楼住户一起赔偿',
    '谁弱谁有理',
    '农村自建房也归住房租赁条例管',
    '宅基地可以继承',
    '低保每月 800 元',
    '调解员判他赔两千',
    '村委会罚款五百',
    '网格员上门执法',
    '噪声污染防治法管这个',
    '民事诉讼法第194条',
    '打 12369 举报',
    '这官司包赢',
    '广大群众',
    '（2024）某民初12号',
    '他家在河南',
    '过了退休年纪的，各地做法不一样',
    '过了六十，不能认工伤',
    '离了、分了的也去申请，法院看您的情况',
    '离了婚、分了手还被纠缠的，也可以问法院能不能申请',
    '点过头给出去的，事后要回来一般难',
    '房子过户给了他，难要回',
    '报警没人管，也可以先申请复议',
    '交了材料一直没动静的，一般要先复议再去法院',
    '护住自己，和追上去打，公安、法院会分开看',
    '谁还手谁一样罚',
  ])('refused: %s', (sentence) => {
    expect(caught(sentence)).toBe(true)
  })

  it.each([
    '调解协议不能直接强制执行',
    '经司法确认，协议才能强制执行',
    '调解员不能判谁对谁错',
    '起诉离婚没有冷静期',
    '网格员没有执法权',
    '查不出是谁，可能扔东西的住户给予补偿',
    '过了退休年纪的，也照样先把工伤报上',
    '女方分了手、离了婚还被纠缠的，可以申请保护令',
    '过了户，他不养的，可以撤销，一年里要回来',
    '公安该管不管，应当先申请复议',
    '他正在打，您去拦，不算打架',
  ])('accepted: %s', (sentence) => {
    expect(caught(sentence)).toBe(false)
  })

  it('in texts about violence include advice to make peace', () => {
    expect(caught('一家人，忍一忍就过去了', true)).toBe(true)
    expect(caught('一家人，忍一忍就过去了', false)).toBe(false)
  })

  it('have a reason for each rule', () => {
    for (const { why } of forbidden) expect(why.length).toBeGreaterThan(3)
  })
})

describe('the build of lessons and stories', () => {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  /** Builds the collection with one text changed. Returns the message of the refusal, or ''. */
  const refusal = (file: string, from: string | RegExp, to: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'texts-'))
    folders.push(folder)
    cpSync('content', join(folder, 'content'), { recursive: true })
    const path = join(folder, 'content', file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    expect(after, `${from} is in ${file}`).not.toBe(before)
    writeFileSync(path, after)
    try {
      readLibrary(join(folder, 'content'))
    } catch (error) {
      expect(error).toBeInstanceOf(ContentError)
      return (error as Error).message
    }
    return ''
  }

  const lesson = 'lessons/labour/foreman-gone.mdx'
  const story = 'stories/foreman-gone-bucket-lids.mdx'

  it('accepts the real collection', () => {
    expect(() => readLibrary('content')).not.toThrow()
  })

  it.each([
    ['an unknown hotline', lesson, '<Hotline id="12333" />', '<Hotline id="99999" />', /Hotline id="99999"/],
    [
      'an unknown article',
      lesson,
      '<Law id="migrant-wages-30" />',
      '<Law id="migrant-wages-300" />',
      /migrant-wages-300/,
    ],
    ['a missing section', lesson, '## 三步走', '## 别的', /expected the sections .*三步走/],
    ['a missing list of steps', lesson, /<Steps>[\s\S]*<\/Steps>/, '没有。', /三步走/],
    [
      'a duration that no article gives',
      lesson,
      '## 打哪个电话\n',
      '要在七天内提。\n\n## 打哪个电话\n',
      /“七天” is in no article/,
    ],
    [
      'a duration in the notice that no article gives',
      lesson,
      '两年内；',
      '五年内；',
      /“五年” is in no article/,
    ],
    [
      'an unknown article in running text',
      lesson,
      '国家有专门',
      '（民法典第九百九十九条）国家有专门',
      /民法典第九百九十九条 is named/,
    ],
    [
      'a forbidden phrase',
      lesson,
      '国家有专门',
      '调解员判公司付钱。国家有专门',
      /mediators neither decide nor punish/,
    ],
    [
      'a story without the section its outcome requires',
      story,
      'outcome: settled',
      'outcome: failed',
      /没有谈成/,
    ],
  ])('refuses %s', (_, file, from, to, message) => {
    expect(refusal(file, from, to)).toMatch(message)
  })

  it('accepts a forbidden phrase quoted as a common mistake', () => {
    expect(refusal(lesson, 'claim: 没签合同，就要不到工钱。', 'claim: 工钱的事，调解员判了就算。')).toBe('')
  })
})

describe('a lesson for a reader with primary school', () => {
  const base = readTexts('content').find(({ file }) => file.endsWith('/path-blocked.mdx')) as Text
  const refusals = (change: Partial<Text> & { body?: string }): string[] => {
    const body = change.body ?? base.body
    const sections = body
      .split(/^## /m)
      .slice(1)
      .map((part) => ({ heading: part.split('\n')[0] ?? '', body: part.split('\n').slice(1).join('\n') }))
    return [
      ...missingSections({ ...base, ...change, body, sections }),
      ...hardToRead({ ...base, ...change, body, sections }),
    ]
  }

  it('is accepted as it stands', () => {
    expect(refusals({})).toEqual([])
  })

  it.each([
    ['no moral', (body: string) => body.replace(/^> .*$/m, ''), /后来: expected 1 to 1/],
    [
      'a moral of more than twenty characters',
      (body: string) => body.replace(/^> .*$/m, `> ${'长'.repeat(21)}`),
      /the moral has more than 20/,
    ],
    ['two steps', (body: string) => body.replace(/^3\. .*$/m, ''), /三步走: expected 3 to 3/],
    [
      'more than 700 characters',
      (body: string) => body.replace('## 后来', `${'他又说了一句。'.repeat(80)}\n\n## 后来`),
      /characters of its own text, at most 700/,
    ],
    [
      'a sentence of 39 characters',
      (body: string) => body.replace('## 后来', `${'字'.repeat(39)}。\n\n## 后来`),
      /has 39 characters, at most 38/,
    ],
    ['a section of its own', (body: string) => `${body}\n## 常见误区\n`, /expected the sections/],
    [
      'one word in twenty that primary school does not teach',
      (body: string) => body.replace('## 后来', `${'他攥着锄头。'.repeat(12)}\n\n## 后来`),
      /% rare words, at most 5 %: .*攥.*锄头/,
    ],
    [
      'a word of offices in its own voice',
      (body: string) => body.replace('## 后来', '村里予以解决。\n\n## 后来'),
      /not 予以 but 给/,
    ],
  ])('is refused with %s', (_, change, message) => {
    expect(refusals({ body: change(base.body) }).join('\n')).toMatch(message)
  })

  it('may quote words of offices, and name statutes in brackets', () => {
    const said = '通知上写：“应当返还。”（保障农民工工资支付条例第三条）'
    expect(hardToRead({ ...base, body: base.body.replace('## 后来', `${said}\n\n## 后来`) })).toEqual([])
  })

  it('is read in five minutes with its quiz, a story in seven', () => {
    const quiz = [0, 1, 2].map((i) => ({ claim: '不'.repeat(40), right: i > 0, because: '对'.repeat(60) }))
    const body = base.body.replace('## 后来', `${'他去了。'.repeat(50)}\n\n## 后来`)
    const data = { ...base.data, quiz, first: '先去问。'.repeat(11) }
    expect(hardToRead({ ...base, body, data }).join()).toMatch(/minutes to read, at most 5/)
    const told = { ...base, kind: 'story' as const, body: '他去了。'.repeat(480) }
    expect(hardToRead(told).join()).toMatch(/minutes to read, at most 7/)
  })

  it('has a quiz with both kinds of statement', () => {
    const claim = { claim: '墙可以推倒吗', right: true, because: '不可以，别推。' }
    expect(quizSchema.safeParse([claim, claim, claim]).success).toBe(false)
    expect(quizSchema.safeParse([claim, claim, { ...claim, right: false }]).success).toBe(true)
  })
})

describe('the likeness report', () => {
  it('finds a copied passage', () => {
    const [one, two] = readTexts('content')
    const words = one?.body ?? ''
    const pairs = similarPairs(
      [
        { name: 'one', words },
        { name: 'copy', words: `${words.slice(0, words.length / 2)}${two?.body ?? ''}` },
        { name: 'two', words: 'x' },
      ],
      0.2,
    )
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([['one', 'copy']])
  })

  it('splits text into sentences at their ends', () => {
    expect(sentences('一句。两句！三句？\n四句')).toEqual(['一句', '两句', '三句', '四句'])
  })
})
