import { beforeEach, describe, expect, it } from 'vitest'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** A case leads back to the list it was opened from: filter and page travel in the address, and nowhere else. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = async () => {
  const { headers, cookie } = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
  const text = async (path: string) => (await world.desk(path, { headers })).text()
  return { text, visit: visitDesk(world, cookie) }
}

const links = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]*)/g)].map(([, href = '', name = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    name: name.trim(),
  }))

/** The link above the title of a case. */
const crumb = (html: string) =>
  links(html.slice(html.indexOf('<main'))).find(({ name }) => /^案件|^今天/.test(name))

describe('the way back from a case', () => {
  it('is the list with its filter, through a move and its notice', async () => {
    const { caseNumber } = await file(world)
    const { text, visit } = await village()
    const query = 'list=desk&waits=new&category=neighbour'
    const list = await text(`/desk/cases/?${query}`)
    const row = links(list).find(({ href }) => href.startsWith(`/desk/cases/${caseNumber}`))
    expect(row?.href).toBe(`/desk/cases/${caseNumber}?${query}`)

    const page = await text(row?.href ?? '')
    const back = { href: `/desk/cases/?${query}`, name: '案件：本单位，待受理' }
    expect(crumb(page)).toEqual(back)
    const form = `/desk/cases/${caseNumber}/accepted?${query}&seen=2`
    expect(links(page).filter(({ href }) => href === form)).toHaveLength(2)

    const html = await text(form)
    expect(html).toContain(`action="${form.replaceAll('&', '&amp;')}"`)
    expect(links(html).filter(({ href }) => href === row?.href)).toHaveLength(2)
    const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
    const wrong = await visit.post(form, { seen })
    expect(await wrong.text()).toContain(`action="${form.replaceAll('&', '&amp;')}"`)
    const answer = await visit.post(form, { seen, subject: '屋檐滴水' })
    const location = answer.headers.get('location') ?? ''
    expect(location).toBe(`/desk/cases/${caseNumber}?done=3&${query}`)
    expect(links(await text(location)).filter(({ href }) => href === back.href)).toEqual([
      { ...back, name: `回${back.name}` },
      back,
    ])
  })

  it('is the page of a long list', async () => {
    for (let count = 0; count < 25; count += 1) await file(world)
    const { text } = await village()
    const next = links(await text('/desk/cases/')).find(({ name }) => name === '下一页')?.href ?? ''
    expect(next).toContain('after=')
    const row = links(await text(next)).find(({ href }) => /^\/desk\/cases\/\d/.test(href))
    expect(crumb(await text(row?.href ?? ''))?.href).toBe(next)
  })

  it.each([
    ['opened from today', 'list=today', '/desk/', '今天'],
    ['opened from nowhere', '', '/desk/cases/', '案件'],
    ['of a list the reader does not have', 'list=around&waits=new', '/desk/cases/', '案件'],
    ['of a list that does not exist', 'list=//evil.example', '/desk/cases/', '案件'],
    [
      'with filters that do not exist',
      'list=desk&waits=x&colour=9&region=nowhere&since=2026-02-30&after=%22%3E%3Cb%3E',
      '/desk/cases/?list=desk',
      '案件：本单位',
    ],
  ])('%s leads to a known page', async (_, query, href, name) => {
    const { caseNumber } = await file(world)
    const { text } = await village()
    expect(crumb(await text(`/desk/cases/${caseNumber}?${query}`))).toEqual({ href, name })
  })
})
