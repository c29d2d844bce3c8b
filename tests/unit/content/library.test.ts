import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { letterSchema, parseLetter } from '#domain/content/letter.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { library } from '#generated/library.ts'
import { cutAtTerms } from '../../../site/build/glossary-links.ts'
import { readSources } from '../../../site/build/library.ts'
import { readTexts } from '../../../site/build/texts/text.ts'

/** The content of the library: how much of what, and that everything it names exists. */

const texts = readTexts('content')
const lessons = texts.filter(({ kind }) => kind === 'lesson')
const stories = texts.filter(({ kind }) => kind === 'story')
const { articles } = readSources('content')

describe('lessons and stories', () => {
  it('number at least 80 and 50, with three lessons for every subject', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(80)
    expect(stories.length).toBeGreaterThanOrEqual(50)
    for (const category of categoryIds.filter((id) => id !== 'other'))
      expect(
        lessons.filter(({ data }) => data['category'] === category).length,
        category,
      ).toBeGreaterThanOrEqual(3)
  })

  it('are in the folder of their subject', () => {
    for (const { file, data } of lessons) expect(file).toContain(`lessons/${data['category']}/`)
  })

  it('list as contacts the numbers their page shows', () => {
    const shown = (body: string): string[] =>
      [...body.matchAll(/<Hotline id="(\d+)"/g)].map(([, id]) => id as string)
    for (const { file, body, data } of lessons) {
      const contacts = data['contacts'] as string[]
      // A sensitive page shows its contacts at the top, and 110 and 12348 beside the text.
      const known = data['sensitive'] ? [...contacts, '110', '12348'] : contacts
      expect(
        shown(body).filter((id) => !known.includes(id)),
        file,
      ).toEqual([])
      if (!data['sensitive'])
        expect(
          contacts.filter((id) => !shown(body).includes(id)),
          file,
        ).toEqual([])
    }
  })

  it('include at least ten stories without an agreement', () => {
    expect(stories.filter(({ data }) => data['outcome'] !== 'settled').length).toBeGreaterThanOrEqual(10)
  })

  it('tell about neighbours and about family at least as often as about labour', () => {
    const told = (category: string) => stories.filter(({ data }) => data['category'] === category).length
    expect(told('neighbour')).toBeGreaterThanOrEqual(told('labour'))
    expect(told('family')).toBeGreaterThanOrEqual(told('labour'))
  })

  it('show all six steps of the method 六尺巷 in at least ten stories, where both sides concede', () => {
    const six = library.methods.find(({ id }) => id === '六尺巷')?.steps?.map(({ name }) => name)
    const whole = stories.filter(
      ({ data }) =>
        (data['methods'] as string[])[0] === '六尺巷' &&
        (data['steps'] as { name: string }[]).map(({ name }) => name).join() === six?.join() &&
        (data['gave'] as unknown[]).length >= 2,
    )
    expect(six).toHaveLength(6)
    expect(whole.length).toBeGreaterThanOrEqual(10)
  })

  it('name explained methods only, and use a method’s own words for its steps', () => {
    for (const { file, data } of stories) {
      const named = (data['methods'] as string[]).map((id) =>
        library.methods.find((method) => method.id === id),
      )
      expect(named, file).not.toContain(undefined)
      const own = named[0]?.steps?.map(({ name }) => name)
      // A word of more than one character is the mediator's own: 看现场, 请专家.
      const steps = (data['steps'] as { name: string }[]).filter(({ name }) => name.length === 1)
      if (own) for (const { name } of steps) expect(own, file).toContain(name)
    }
  })

  it('with the method 浦江 mention that it receives petitioners', () => {
    for (const { file, body, data } of stories)
      if ((data['methods'] as string[]).includes('浦江')) expect(body, file).toMatch(/接访|接待日/)
  })

  it('have unique titles', () => {
    const titles = texts.map(({ data }) => data['title'])
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })
})

describe('the situations of the library', () => {
  it('number 36, with at least one for every subject', () => {
    expect(library.situations).toHaveLength(36)
    const served = new Set(library.situations.map(({ category }) => category))
    expect(categoryIds.filter((id) => id !== 'other' && !served.has(id))).toEqual([])
  })

  it('name every lesson and every story', () => {
    const named = library.situations.flatMap((one) => [
      ...one.lessons.map((id) => `content/lessons/${id}.mdx`),
      ...one.stories.map((id) => `content/stories/${id}.mdx`),
    ])
    expect(texts.map(({ file }) => file).filter((file) => !named.includes(file))).toEqual([])
  })

  it('list 110 first if a person may be in danger', () => {
    for (const { id, sensitive, contacts } of library.situations)
      if (sensitive && id !== 'medical') expect(contacts[0], id).toBe('110')
  })
})

describe('letters', () => {
  const letters = globSync('content/letters/*.yaml').map((file) => ({
    file,
    letter: letterSchema.parse(parse(readFileSync(file, 'utf8'))),
  }))

  it('cite existing articles', () => {
    expect(letters).toHaveLength(26)
    for (const { file, letter } of letters)
      for (const article of letter.articles) expect(articles[article], `${file}: ${article}`).toBeDefined()
  })

  it('have one title, a place to sign, a date, and an example in every blank', () => {
    for (const { file, letter } of letters) {
      const lines = parseLetter(letter.body)
      expect(
        lines.filter(({ kind }) => kind === 'title'),
        file,
      ).toHaveLength(1)
      expect(letter.body, file).toMatch(/签名|签字/)
      expect(letter.body, file).toMatch(/\{年\|20\d\d\} 年/)
      for (const part of lines.flatMap(({ parts }) => parts))
        if (typeof part === 'string') expect(part, file).not.toMatch(/[{}|]/)
        else expect(part.label && part.example, `${file}: ${JSON.stringify(part)}`).toBeTruthy()
    }
  })

  it('say how to print them, except one that counts only if written by hand', () => {
    const byHand = letters.filter(({ letter }) => letter.byHand)
    expect(byHand.map(({ file }) => file)).toEqual(['content/letters/handwritten-will.yaml'])
    for (const { file, letter } of letters) {
      const page = readFileSync(file.replace(/^content(.*)\.yaml$/, 'dist$1/index.html'), 'utf8')
      expect(page.includes('用浏览器的“打印”'), file).toBe(!letter.byHand)
      expect(page.includes('从头到尾自己亲手写'), file).toBe(letter.byHand === true)
    }
  })

  it('contain no number that could belong to a person', () => {
    for (const { file, letter } of letters) {
      expect(letter.body, file).not.toMatch(/1[3-9]\d{9}|\d{17}[\dXx]/)
      for (const [number] of letter.body.matchAll(/\d{3,4}-\d{7,8}/g)) expect(number).toMatch(/^0+-0+/)
    }
  })
})

describe('glossary terms in a text', () => {
  const cut = cutAtTerms([
    { term: '举证', plain: '拿出凭据' },
    { term: '举证责任', plain: '该谁拿出凭据' },
    { term: '诉讼时效', plain: '期限', aliases: ['时效'] },
    { term: '公告', plain: '贴出来', everyday: true },
  ])
  const links = (text: string, seen = new Set<string>()) =>
    cut(text, seen).map(({ words, term }) => (term ? `[${words}→${term}]` : words))

  it.each([
    ['举证责任在他，举证靠他', ['[举证责任→举证责任]', '在他，', '[举证→举证]', '靠他']],
    ['时效过了，诉讼时效就过了', ['[时效→诉讼时效]', '过了，诉讼时效就过了']],
    ['贴了公告', ['贴了公告']],
    ['没有词', ['没有词']],
    ['诉讼时效法、举证书', ['诉讼时效法、举证书']],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })

  it('are linked once per text', () => {
    const seen = new Set<string>()
    links('举证', seen)
    expect(links('再举证', seen)).toEqual(['再举证'])
  })
})
