import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { codeOn, filer, hiddenBefore, numberOn } from '../../support/filer.ts'
import { makeWorld, rightFiling, type World } from '../../support/world.ts'

/** Filings from one browser: repeats are one case, two cases have two slips, and cookies are not needed. */

let world: World
beforeEach(() => {
  world = makeWorld()
})

const another = '这是另一件事'

describe('the same answers from one browser', () => {
  it('are one case after Back, whether the check page or the form is sent again', async () => {
    const person = filer(world)
    const first = await person.file()
    const again = await person.send(first.fields)
    expect([again.status, again.headers.get('location')]).toEqual([303, first.page])
    const rechecked = await person.file({ request: ` ${rightFiling.request}\u3000` })
    expect([rechecked.number, rechecked.code, rechecked.page]).toEqual([first.number, first.code, first.page])
    expect(rechecked.html).toContain('没有重复登记')
    expect(rechecked.html).toContain(another)
  })

  it('are one case after the code was noted, and another if the person says so', async () => {
    const person = filer(world)
    const first = await person.file()
    await person.post('/file/noted', hiddenBefore(first.html, '我已记下'))
    const { fields } = await person.check()
    const page = await (await person.send(fields)).text()
    expect(page).toContain(first.number)
    expect(page).not.toContain(first.code.slice(0, 4))
    const sent = await person.send(hiddenBefore(page, another))
    expect(sent.status).toBe(303)
    const slip = await (await person.get(sent.headers.get('location') ?? '')).text()
    expect(numberOn(slip)).toMatch(/^\d{4}-\d{6}$/)
    expect(numberOn(slip)).not.toBe(first.number)
    // The button pressed twice files once.
    const twice = await person.send(hiddenBefore(page, another))
    expect(numberOn(await (await person.get(twice.headers.get('location') ?? '')).text())).toBe(
      numberOn(slip),
    )
  })

  it('are another case a day later, and are recognised until then', async () => {
    const person = filer(world)
    const first = await person.file()
    world.time.now += day - 1000
    expect((await person.file()).number).toBe(first.number)
    world.time.now += 2000
    expect((await person.file()).number).not.toBe(first.number)
  })

  it('are two cases from two browsers', async () => {
    const [one, two] = [await filer(world).file(), await filer(world).file()]
    expect(one.number).not.toBe(two.number)
  })

  it('that differ in one field are two cases', async () => {
    const person = filer(world)
    const [one, two] = [await person.file(), await person.file({ request: '请他道歉。' })]
    expect(one.number).not.toBe(two.number)
  })
})

describe('two slips in one browser', () => {
  it('are each shown again at their own URL, and noted one by one', async () => {
    const person = filer(world)
    const first = await person.file()
    const second = await person.file({ request: '请他道歉。' })
    expect(first.page).toBe('/file/done')
    expect(second.page).toMatch(/^\/file\/done\?slip=[0-9a-f]{8}$/)
    const shown = async (page: string) => codeOn(await (await person.get(page)).text())
    expect([await shown(first.page), await shown(second.page)]).toEqual([first.code, second.code])
    await person.post('/file/noted', hiddenBefore(first.html, '我已记下'))
    expect([await shown(first.page), await shown(second.page)]).toEqual(['', second.code])
    await person.post('/file/noted', hiddenBefore(second.html, '我已记下'))
    expect(await shown(second.page)).toBe('')
  })

  it('never share the URL of a slip that was noted', async () => {
    const person = filer(world)
    const first = await person.file()
    await person.post('/file/noted', hiddenBefore(first.html, '我已记下'))
    const second = await person.file({ request: '请他道歉。' })
    expect(second.code).toHaveLength(16)
    expect((await person.get(first.page)).status).toBe(303)
  })

  it('confirm no code but their own', async () => {
    const person = filer(world)
    const first = await person.file()
    const second = await person.file({ request: '请他道歉。' })
    const wrong = { ...hiddenBefore(second.html, '我已记下'), caseNumber: first.number }
    expect((await person.post('/file/noted', wrong)).headers.get('location')).toBe('/file/done')
    expect(codeOn(await (await person.get(second.page)).text())).toBe(second.code)
  })

  it('are at most four; the oldest goes first', async () => {
    const person = filer(world)
    const slips = []
    for (const request of ['一', '二', '三', '四', '五']) slips.push(await person.file({ request }))
    const shown = await Promise.all(
      slips.map(async ({ page }) => codeOn(await (await person.get(page)).text())),
    )
    expect(shown).toEqual(['', ...slips.slice(1).map(({ code }) => code)])
    expect(person.cookies().length).toBeLessThan(8000)
  })
})

describe('a browser that keeps no cookies', () => {
  it('gets the slip at once, the same one when it sends again, and can confirm it', async () => {
    const person = filer(world, { keeps: false })
    const { fields } = await person.check()
    const sent = await person.send(fields)
    expect([sent.status, sent.headers.getSetCookie()]).toEqual([200, []])
    const html = await sent.text()
    expect(codeOn(html)).toHaveLength(16)
    expect(html).toContain('离开这一页，查询码就看不到了')
    const again = await (await person.send(fields)).text()
    expect([codeOn(again), numberOn(again)]).toEqual([codeOn(html), numberOn(html)])
    const noted = await person.post('/file/noted', hiddenBefore(html, '我已记下'))
    expect([noted.status, noted.headers.get('location')]).toEqual([303, '/track/#noted'])
    expect(await (await person.send(fields)).text()).toContain('已经提交过了')
  })

  it('is told why it sees the form again after opening a case, unlike a person who only asks for the page', async () => {
    const person = filer(world, { keeps: false })
    const { fields } = await person.check()
    const trackingCode = codeOn(await (await person.send(fields)).text())
    const opened = await person.post('/track/open', { trackingCode })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/track/case'])
    const led = async (referer?: string, path = '/track/case') =>
      (await person.get(path, referer ? { referer } : {})).headers.get('location')
    // A code that staff gave leads to a page of its own.
    expect(await led('https://portal.example/track/', '/track/new-code')).toBe('/track/#again')
    expect(await led(undefined, '/track/new-code')).toBe('/track/')
    expect(await led('https://portal.example/track/')).toBe('/track/#again')
    expect(await led('https://portal.example/track/open')).toBe('/track/#again')
    for (const other of [undefined, 'https://portal.example/', 'https://other.example/track/', 'x'])
      expect(await led(other)).toBe('/track/')
  })
})
