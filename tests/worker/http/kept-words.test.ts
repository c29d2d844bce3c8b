import { describe, expect, it } from 'vitest'
import { type MoveInput, moveField, moveFields } from '#domain/moves/fields.ts'
import { isDeskPath, movePath } from '#domain/routes/desk.ts'
import { actions } from '#domain/routes/site.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { sharedDesk } from '../../support/desk-clock.ts'
import { type Fields, formAt, makeForms } from '../../support/forms.ts'
import { gbkEscaped, toGbk } from '../../support/gbk.ts'
import { signInAs } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/**
 * Nothing is lost: whatever becomes of a post, what a person wrote in it comes back in the answer, or was taken. Every
 * form of site and desk is tried (tests/support/forms.ts), and the fields come from the page that contains it.
 */

const world = sharedDesk()

/** A case that can be reviewed. */
const fileFailed = async () => {
  const filed = await file(world)
  for (const [kind, input] of [
    ['accepted', { subject: '滴水' }],
    ['mediating', {}],
    ['failed', { message: '没有谈成。', ways: ['none'], reason: '没有别的路' }],
  ] as const)
    await moveCase(world.ports, {
      number: filed.caseNumber,
      kind,
      by: 'console',
      input: { ...input } as MoveInput,
    })
  return filed
}

const { forms, formOn, browser, atDesk, asked, declining, rightForm } = makeForms(world)

const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }

/** Words that no page contains, for every text field; and the form's other required fields. */
const filled = async (route: string) => {
  const opened = await (forms[route] as (typeof forms)[string])()
  const path = opened.path ?? route
  const { written, hidden } = formOn(opened.html, path)
  const words: Fields = Object.fromEntries(written.map((name, index) => [name, `话${index}甲乙丙丁`]))
  // The check page has every answer as a hidden field.
  const carried: Fields = route === actions.fileSend ? { narrative: hidden['narrative'] ?? '' } : {}
  const fields: Fields = { ...opened.right, ...hidden, ...words }
  // Only a person in danger is asked for a contact.
  if ('contact.when' in words) fields['danger'] = 'true'
  return { ...opened, path, fields, words: Object.values({ ...words, ...carried }).filter(Boolean) }
}

/** The body of a post from a browser that takes our pages for GBK. */
const inGbk = (fields: Fields): string =>
  Object.entries(fields)
    .map((pair) => pair.map(gbkEscaped).join('='))
    .join('&')

const expectKept = async (answer: Response, words: string[], route: string) => {
  const html = await answer.text()
  const lost = words.filter((word) => !html.includes(word))
  expect(lost, `${route} answered ${answer.status}`).toEqual([])
}

/**
 * Redirected onward after it was accepted, and not back to the start; or answered with a file, or with the slip of the case
 * for a browser without cookies.
 */
const wasTaken = async (answer: Response): Promise<boolean> =>
  answer.status === 200
    ? (answer.headers.get('content-disposition') ?? '').startsWith('attachment') ||
      (await answer.clone().text()).includes('您的查询码')
    : answer.status === 303 && !/^\/(track|file|desk\/sign-in)\/?$/.test(answer.headers.get('location') ?? '')

const routes = Object.keys(forms)

describe('the input of a refused form is shown again', () => {
  it.each(routes)('%s: when it is posted from another site’s page', async (route) => {
    const { by, path, fields, words } = await filled(route)
    const answer = await by.post(path, fields, foreign)
    expect(answer.status).toBe(403)
    await expectKept(answer, words, route)
  })

  it.each(routes)('%s: when it comes in another encoding', async (route) => {
    const { by, path, fields, words } = await filled(route)
    const answer = await by.postBody(path, inGbk(fields))
    // ASCII is the same in both.
    if (words.length > 0) expect(answer.status).toBe(415)
    await expectKept(answer, words, route)
  })

  it.each(routes)('%s: when the session has ended, and it comes in another encoding', async (route) => {
    const { path, fields, words } = await filled(route)
    const answer = await browser().postBody(path, inGbk(fields))
    if (words.length > 0) expect([403, 415]).toContain(answer.status)
    await expectKept(answer, words, route)
  })

  it.each(routes)('%s: when the session has ended', async (route) => {
    const { path, fields, words } = await filled(route)
    const answer = await browser().post(path, fields)
    expect(answer.status).toBeLessThan(500)
    if (!(await wasTaken(answer))) await expectKept(answer, words, route)
  })

  it.each(routes)('%s: when another person or another case is now open in the browser', async (route) => {
    const { path, fields, words } = await filled(route)
    const other = isDeskPath(path)
      ? path.startsWith('/desk/staff')
        ? await atDesk('admin', 'qingshi-committee')
        : await atDesk('handler', 'qingshi-songping-committee')
      : await asked()
    const answer = await other.post(path, fields)
    expect(answer.status).toBeLessThan(500)
    if (!(await wasTaken(answer))) await expectKept(answer, words, route)
  })

  it.each(routes.filter(isDeskPath))('%s: when the person must bind a second factor first', async (route) => {
    const { path, fields, words } = await filled(route)
    const who = await signInAs(world, { unit: 'qingshi-committee', role: 'lead', enrolled: false })
    const answer = await browser(who.cookie).post(path, fields)
    expect(answer.status).toBeLessThan(500)
    await expectKept(answer, words, route)
  })

  it.each(routes.filter(isDeskPath))('%s: when the account handles no cases any more', async (route) => {
    const { path, fields, words } = await filled(route)
    const answer = await (await atDesk('admin', 'qingshi-centre')).post(path, fields)
    expect(answer.status).toBeLessThan(500)
    if (!(await wasTaken(answer))) await expectKept(answer, words, route)
  })

  it.each(routes)('%s: when it comes twice', async (route) => {
    const { by, path, fields, words } = await filled(route)
    await by.post(path, fields)
    const answer = await by.post(path, fields)
    expect(answer.status).toBeLessThan(500)
    if (!(await wasTaken(answer))) await expectKept(answer, words, route)
  })
})

describe('a move posted from another site’s page', () => {
  const post = async (unit: string) => {
    const { path } = await declining()
    const by = await atDesk('handler', unit)
    const caseNumber = path.split('/')[3] ?? ''
    const answer = await by.post(path, { message: '话甲', seen: '2' }, foreign)
    const looks = await world.db
      .prepare("SELECT count(*) AS n FROM desk_log WHERE actor = ? AND kind = 'case-refused'")
      .bind(by.id)
      .first<{ n: number }>()
    return { status: answer.status, html: await answer.text(), looks: looks?.n, caseNumber }
  }

  it('shows its form again to a person who may see the case', async () => {
    const { status, html, caseNumber } = await post('qingshi-liuwan-committee')
    expect(status).toBe(403)
    for (const text of ['话甲', caseNumber]) expect(html).toContain(text)
  })

  it('shows only its words to a person who may not, and logs no look at the case', async () => {
    const { status, html, looks, caseNumber } = await post('qingshi-songping-committee')
    expect([status, looks]).toEqual([403, 0])
    expect(html).toContain('话甲')
    expect(html).not.toContain(caseNumber)
  })
})

describe('a reply', () => {
  it('is stored for the case it was written for, and no other', async () => {
    const [one, two] = [await asked(), await asked()]
    const { hidden } = formOn(await one.page(actions.trackCase), actions.trackReply)
    const answer = await two.post(actions.trackReply, { ...hidden, reply: '这是另一件事的回话' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('这是另一件事的回话')
    expect(await two.page(actions.trackCase)).not.toContain('这是另一件事的回话')
  })

  it('is shown again if the browser has opened a case whose code staff have seen', async () => {
    const { by } = await (forms[actions.trackNewCode] as (typeof forms)[string])()
    const answer = await by.post(actions.trackReply, { case: '2026-000000', reply: '这是另一件事的回话' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('这是另一件事的回话')
  })

  it('from a page of unknown origin is not put into the form of another case', async () => {
    const [one, two] = [await asked(), await asked()]
    const { hidden } = formOn(await one.page(actions.trackCase), actions.trackReply)
    const answer = await two.post(actions.trackReply, { ...hidden, reply: '这是另一件事的回话' }, foreign)
    expect(answer.status).toBe(403)
    const html = await answer.text()
    expect(html).toContain('这是另一件事的回话')
    expect(formOn(html, actions.trackReply).found).toBe(false)
  })

  it('in another encoding than UTF-8 is refused, not stored as signs nobody can read', async () => {
    const person = await asked()
    // 隔壁 in GBK, as bytes of the URL encoding.
    const answer = await person.postBody(actions.trackReply, 'reply=%B8%F4%B1%DA')
    expect(answer.status).toBe(415)
    const html = await answer.text()
    for (const text of ['隔壁', '您的浏览器用了另一种编码']) expect(html).toContain(text)
    expect(await person.page(actions.trackCase)).not.toMatch(/隔壁|\uFFFD/)
    expect((await person.postBody(actions.trackReply, 'reply=%E9%9A%94%EF%BF%BD')).status).toBe(303)
  })

  it('in parts and another encoding is shown too', async () => {
    const part = (name: string, value: string) =>
      `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const answer = await world.request(actions.trackReply, {
      method: 'POST',
      body: toGbk(`${part('reply', '隔壁昨晚又来了')}--b--\r\n`),
      headers: { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.status).toBe(415)
    expect(await answer.text()).toContain('隔壁昨晚又来了')
  })

  it('without text in an ended session redirects to the form', async () => {
    const answer = await browser().post(actions.trackReply, { reply: '' })
    expect(answer.headers.get('location')).toBe('/track/#lost')
  })

  it('from another site without a session shows nothing of that site', async () => {
    const answer = await browser().post(actions.trackReply, { reply: '请打这个电话' }, foreign)
    expect(answer.headers.get('location')).toBe('/track/')
  })
})

/** Choices whose names only a signed-in person may read, or that a browser cannot keep beside a file. */
const unnamed = ['source', 'audience', 'staff', 'whom', 'to', 'makers', 'mediators', 'head', 'year']
const isNamed = (name: string) => !unnamed.includes(name) && !/^(?:column|by|to)\d+$/.test(name)

interface ShownChoice {
  name: string
  value: string
  text: string
  /** What the form asks: the label of a list, the legend of a group of buttons. */
  label: string
}

/** The last match of a pattern before a place. */
const lastBefore = (html: string, place: number, pattern: RegExp): string =>
  [...html.slice(0, place).matchAll(pattern)].at(-1)?.[1]?.trim() ?? ''

/** The last option of each list and of each group of buttons in a form: its name, what it is called and what is asked. */
const choicesOf = (html: string, action: string): ShownChoice[] => {
  const own = formAt(html, action)
  const lists = [...own.matchAll(/<select[^>]*\sname="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].flatMap(
    ({ index, 1: name = '', 2: options = '' }): ShownChoice[] => {
      const [, value, text] = [...options.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)</g)].at(-1) ?? []
      const label = lastBefore(own, index, /<label for="[^"]*">([^<]*)/g)
      return value && text ? [{ name, value, text, label }] : []
    },
  )
  const buttons = [...own.matchAll(/<input type="radio"([^>]*)\/?>\s*<label[^>]*>([^<]+)/g)].map(
    ({ index, 1: tag = '', 2: text = '' }): ShownChoice => ({
      name: /name="([^"]+)"/.exec(tag)?.[1] ?? '',
      value: /value="([^"]*)"/.exec(tag)?.[1] ?? '',
      text: text.trim(),
      label: lastBefore(own, index, /<legend>([^<]*)/g),
    }),
  )
  return [...lists, ...new Map(buttons.map((one) => [one.name, one])).values()]
}

it('what was chosen beside the words is named again after the session ended, in the order of the form', async () => {
  const lead = await atDesk('lead')
  const { caseNumber } = await fileFailed()
  const review = movePath(caseNumber, 'reviewed')
  const opened: [route: string, page: { html: string; path?: string }][] = [
    [review, { html: await lead.page(review) }],
  ]
  for (const route of routes.filter(isDeskPath))
    opened.push([route, await (forms[route] as (typeof forms)[string])()])
  const seen = new Set<string>()
  for (const [route, page] of opened) {
    const path = page.path ?? route
    const chosen = choicesOf(page.html, path).filter(({ name }) => isNamed(name))
    const { written } = formOn(page.html, path)
    if (written.length === 0 || chosen.length === 0) continue
    const order = formOn(page.html, path).fields
    const fields = Object.fromEntries(
      order.flatMap((name) => {
        const { value } = chosen.find((one) => one.name === name) ?? {}
        return value ? [[name, value]] : written.includes(name) ? [[name, '话甲乙']] : []
      }),
    )
    const html = await (await browser().post(path, fields)).text()
    const kept = [...html.matchAll(/<label for="kept-\d+">([^<]*)<\/label>\s*<textarea[^>]*>([^<]*)/g)].map(
      ([, label, words = '']) => ({ label, words: words.trim() }),
    )
    for (const { name, text, label } of chosen) {
      seen.add(name)
      const words = expect.stringContaining(text.replace(/（.*/, ''))
      expect.soft(kept, `${route} ${name}`).toContainEqual({ label, words })
    }
  }
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['cause', 'channel', 'category', 'region', 'role', 'unit', 'asked', 'agreed', 'form', 'paper'],
      ...['contact.mayCall', 'contact.mayText'],
    ]),
  )
})

it('names again in the order of the form', async () => {
  const fields = { reason: '不知道规矩', cause: 'unknown', measure: '写进村规', measureBy: '2026-12-20' }
  const html = await (await browser().post('/desk/cases/2026-000000/reviewed', fields)).text()
  const places = ['不知道规矩', '规定有，群众不知道', '写进村规', '2026-12-20'].map((text) =>
    html.indexOf(text),
  )
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places).not.toContain(-1)
})

it('all that staff typed in a move is shown again after the session ended, days and numbers too', async () => {
  const typed = moveFields.filter((field) => ['text-area', 'line'].includes(moveField(field).input))
  const fields = Object.fromEntries(typed.map((field) => [field, `话甲乙丙丁${field}。`]))
  const answer = await browser().post('/desk/cases/2026-000000/referred', fields)
  expect(answer.status).toBe(403)
  await expectKept(answer, Object.values(fields), '/desk/cases/:number/:kind')
})

it('a form sent after the session ended asks to sign in and stores nothing', async () => {
  const answer = await browser().post('/desk/register', { ...rightForm, channel: 'visit' })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const html = await answer.text()
  expect(html).toContain('href="/desk/sign-in"')
  expect(html).toContain(rightForm['narrative'])
})
