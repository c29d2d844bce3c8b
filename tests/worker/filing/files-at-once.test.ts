import { beforeEach, expect, it } from 'vitest'
import { guessesPerAddress } from '#domain/basics/bounds.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, api } from '#domain/routes/site.ts'
import { codeOn, filer, hiddenBefore } from '../../support/filer.ts'
import { hashes } from '../../support/masked.ts'
import { file, makeWorld, postForm, postJson, type World } from '../../support/world.ts'

/** Right after a filing: photographs and recordings, from the page with the code. */

let world: World
beforeEach(() => {
  world = makeWorld()
})

const offer = '现在就交照片、录音'
const landing = (answer: Response) => [answer.status, answer.headers.get('location')]

it('leads to the page of files; the slip is still there until it is noted, and the code still needed', async () => {
  const person = filer(world)
  const { html, code, number } = await person.file()
  const fields = hiddenBefore(html, offer)
  expect(fields).toEqual({ trackingCode: code, caseNumber: number, next: 'files' })
  expect(html).toContain('还要用它')
  expect(html.indexOf('我已记下')).toBeLessThan(html.indexOf(offer))
  expect(landing(await person.post(actions.trackOpen, fields))).toEqual([303, actions.trackFiles])
  const files = await (await person.get(actions.trackFiles)).text()
  expect(files).toContain(`案件 <span class="no-break">${number}`)
  expect(files).toContain('enctype="multipart/form-data"')
  expect(codeOn(await (await person.get(actions.fileDone)).text())).toBe(code)
})

it('a form that names any other place leads to the case', async () => {
  const { trackingCode } = await file(world)
  for (const next of ['', 'case', 'constructor', '/desk/', 'https://elsewhere.example']) {
    const opened = await postForm(world, actions.trackOpen, { trackingCode, next })
    expect(landing(opened)).toEqual([303, actions.trackCase])
  }
})

it('works where many wrong codes were tried', async () => {
  const person = filer(world)
  const { html } = await person.file()
  for (let at = 0; at < guessesPerAddress; at += 1)
    await postJson(world, api.track, { trackingCode: makeTrackingCode(world.ports.random) })
  const opened = await person.post(actions.trackOpen, hiddenBefore(html, offer))
  expect(landing(opened)).toEqual([303, actions.trackFiles])
  await world.db.prepare('DELETE FROM guess_mark').run()
})

it('is not offered to a tip, nor to a browser without cookies, whose page is the only one with the code', async () => {
  const tip = await filer(world).file({ track: 'tip' })
  expect(tip.code).toMatch(/^\d{16}$/)
  expect(tip.html).not.toContain(offer)
  const without = filer(world, { keeps: false })
  const { fields } = await without.check()
  const html = await (await without.send(fields)).text()
  expect(html).toContain('请现在就抄下来')
  expect(html).not.toContain(offer)
})

it('is folded away with the code where somebody else filled the form in', async () => {
  const person = filer(world)
  const { fields } = await person.check({ onBehalfOf: 'family' })
  await person.send({ ...fields, confirmed: 'self' })
  const html = await (await person.get(actions.fileDone)).text()
  const [before = '', folded = '', after = ''] = html.split(/<details class="section">|<\/details>/)
  expect(folded).toContain(offer)
  expect(folded).toContain('再把手机还给人家')
  const code = codeOn(folded)
  expect(code).toMatch(/^\d{16}$/)
  for (const part of [before, after]) expect(part).not.toContain(code)
})

it('is the same for a case of danger as for any other at the county', async () => {
  const pages = []
  for (const changes of [{ about: 'town-staff' }, { danger: true, 'contact.mayCall': true }]) {
    const { html, code, number } = await filer(world).file({ category: 'family', ...changes })
    expect(html).toContain(offer)
    const masked = html
      .replaceAll(number, '#')
      .replaceAll(code, '#')
      .replaceAll(code.replace(/(....)(?!$)/g, '$1</span><span>'), '#')
    pages.push(masked.replaceAll(hashes, '#').replace(/查询码：[\d ，]+/, '#'))
  }
  expect(pages[1]).toBe(pages[0])
})
