import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answersOf, stepsOf, treeFaults } from '#domain/content/guide.ts'
import { actions, fileFrom } from '#domain/routes/site.ts'
import { library } from '#generated/library.ts'
import { rightForm, sendToken, visit } from '../support/http.ts'

/** Guides: whole trees, static steps, and the form they lead to. */

const filed = library.guides.flatMap((guide) =>
  Object.entries(answersOf(guide).leaves).map(([leaf, answer]) => ({ guide, leaf, answer })),
)

describe('guides', () => {
  it('number at least twenty-two, with one for every subject', () => {
    expect(library.guides.length).toBeGreaterThanOrEqual(22)
    const subjects = new Set(library.situations.map(({ category }) => category))
    const served = new Set(library.guides.map(({ category }) => category))
    expect([...subjects].filter((category) => !served.has(category))).toEqual([])
  })

  it('belong to a situation of their own subject', () => {
    for (const { id, situation, category } of library.guides) {
      expect(situation).toBe(id)
      expect(library.situations.find((one) => one.id === situation)?.category, id).toBe(category)
    }
  })

  it('are trees without dead ends and without orphans', () => {
    for (const guide of library.guides) {
      expect(treeFaults(guide), guide.id).toEqual([])
      expect(
        stepsOf(guide).filter(({ leaf, question }) => !leaf && !question),
        guide.id,
      ).toEqual([])
    }
  })

  it('are linked at the end of the lessons of their situation that an end of theirs lists', () => {
    for (const { id, lessons } of library.situations) {
      const guide = library.guides.find((one) => one.situation === id)
      const listed = Object.values(guide?.leaves ?? {}).flatMap((leaf) => leaf.lessons)
      for (const lesson of lessons.filter((one) => listed.includes(one)))
        expect(readFileSync(`dist/lessons/${lesson}/index.html`, 'utf8'), lesson).toContain(
          `href="/guides/${id}/"`,
        )
    }
  })

  it('with a broken tree are reported', () => {
    const [guide] = library.guides
    if (!guide) throw new Error('no guide')
    const dead = {
      ...guide,
      tree: {
        ...guide.tree,
        options: [
          { id: 'x', say: 'x' },
          { id: 'x', say: 'y', leaf: 'nowhere' },
        ],
      },
    }
    const faults = treeFaults(dead).join('\n')
    expect(faults).toContain('needs either leaf or next')
    expect(faults).toContain('leaf nowhere does not exist')
    expect(faults).toContain('no answer leads to leaf ')
    expect(faults).toContain('two answers have the same id')
  })
})

describe('the form opened from a guide’s leaf', () => {
  it.each(filed.filter((_, at) => at % 9 === 0).map(({ guide, leaf }) => [guide.id, leaf]))(
    'of %s %s has subject, track and answers, and can be filed unchanged',
    async (id, leaf) => {
      const { guide, answer } = filed.find((one) => one.guide.id === id && one.leaf === leaf) ?? {}
      if (!guide || !answer) throw new Error('no leaf')
      const person = visit()
      const form = await person.get(fileFrom(id ?? '', (leaf ?? '').split('.')))
      expect(form.status).toBe(200)
      expect(form.headers.get('cache-control')).toBe('no-store')
      expect(form.text).toMatch(new RegExp(`<option value="${guide.category}" selected`))
      expect(form.text).toMatch(
        new RegExp(`value="${answer.track}" checked|checked[^>]*value="${answer.track}"`),
      )
      const narrative =
        /<textarea[^>]*name="narrative"[^>]*>([\s\S]*?)<\/textarea>/.exec(form.text)?.[1] ?? ''
      for (const { ask, say } of answer.given) {
        expect(narrative).toContain(ask)
        expect(narrative).toContain(say)
      }
      const complaint = answer.track === 'complaint' ? { name: '吴秀兰' } : {}
      const check = await person.post(actions.fileCheck, {
        ...rightForm,
        ...complaint,
        ...{ category: guide.category, track: answer.track, narrative: `${narrative}他一直不给。` },
      })
      expect(check.status).toBe(200)
      const sent = await person.post(actions.fileSend, {
        ...rightForm,
        ...{ category: guide.category, track: answer.track, narrative, sendToken: sendToken(check.text) },
      })
      expect(sent.status).toBe(303)
    },
  )

  const formFrom = async (guide: string, leaf: string) => (await visit().get(fileFrom(guide, [leaf]))).text
  const chosen = (html: string, field: string): string | undefined =>
    [...html.matchAll(/<input type="radio"[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => tag.includes(`name="${field}"`) && / checked/.test(tag))
      .map((tag) => / value="([^"]*)"/.exec(tag)?.[1])[0]

  it('of each end about village money has an answer about the people in charge', async () => {
    const money = filed.filter(({ guide }) => guide.category === 'village-affairs')
    expect(money.length).toBeGreaterThan(5)
    for (const { guide, leaf } of money)
      expect(chosen(await formFrom(guide.id, leaf), 'about'), leaf).toBe('unknown')
    expect(chosen(await formFrom('expropriation', 'quiet.share'), 'about')).toBe('unknown')
    expect(chosen(await formFrom('unpaid-wages', 'safe.firm.still'), 'about')).toBeUndefined()
  })

  it('has danger answered only if the guide asked the same', async () => {
    expect(chosen(await formFrom('unpaid-wages', 'safe.firm.still'), 'danger')).toBe('false')
    expect(
      chosen(
        await formFrom('school-life', filed.find(({ guide }) => guide.id === 'school-life')?.leaf ?? ''),
        'danger',
      ),
    ).toBeUndefined()
  })

  it('says at the top what was carried over, and lets the narrative begin with the person’s own words', async () => {
    const html = await formFrom('unpaid-wages', 'safe.firm.still')
    const main = html.slice(html.indexOf('<main'))
    expect(main.indexOf('替您填好了')).toBeGreaterThan(0)
    expect(main.indexOf('替您填好了')).toBeLessThan(main.indexOf('name="danger"'))
    expect(html).toMatch(/name="narrative"[^>]*>\n\n\n（自助指引里答的：\n/)
    expect((await visit().post(actions.fileCheck, {})).text).not.toContain('替您填好了')
  })

  it.each([
    '/file/from/unpaid-wages/nothing',
    '/file/from/nothing/x',
    '/file/from/..%2f..%2f/x',
    '/file/from/unpaid-wages/__proto__',
    '/file/from/unpaid-wages/constructor',
  ])('for %s does not exist', async (path) => {
    expect((await visit().get(path)).status).toBe(404)
  })
})

describe('texts similar to a matter', () => {
  it('are on the check page as help, opened in a new tab', async () => {
    const check = await visit().post(actions.fileCheck, {
      ...rightForm,
      ...{ category: 'labour', narrative: '干了两个月，包工头跑了，工钱一分没给。', request: '要回工钱。' },
    })
    expect(check.text).toContain('差不多的事，供您参考')
    expect(check.text).toMatch(/<a href="\/lessons\/labour\/[a-z-]+\/" target="_blank" rel="noopener">/)
    expect(check.text.match(/target="_blank"/g)?.length).toBeLessThanOrEqual(3)
    expect(check.text.indexOf('供您参考')).toBeGreaterThan(check.text.indexOf('type="submit"'))
  })

  it('are not shown in danger', async () => {
    const check = await visit().post(actions.fileCheck, {
      ...rightForm,
      ...{ danger: 'true', 'contact.mayCall': 'true', category: 'family', narrative: '他打我。' },
    })
    expect(check.status).toBe(200)
    expect(check.text).not.toContain('供您参考')
  })

  const follow = async (fields: Record<string, string>): Promise<string> => {
    const person = visit()
    const check = await person.post(actions.fileCheck, { ...rightForm, ...fields })
    await person.post(actions.fileSend, { ...rightForm, ...fields, sendToken: sendToken(check.text) })
    const done = await person.get(actions.fileDone)
    const code = [...done.text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
    await person.post(actions.trackOpen, { trackingCode: code })
    const { status, text } = await person.get(actions.trackCase)
    expect(status).toBe(200)
    return text
  }

  it('are on the case page, by its subject', async () => {
    const page = await follow({ category: 'housing' })
    expect(page).toContain('房屋买卖租赁的事，供您参考')
    expect(page).toMatch(/href="\/lessons\/housing\//)
  })

  it('are on no case page at the county, so that danger is not revealed', async () => {
    const danger = await follow({ category: 'family', danger: 'true', 'contact.mayCall': 'true' })
    const labour = await follow({ category: 'labour' })
    for (const page of [danger, labour]) expect(page).not.toContain('供您参考')
  })
})
