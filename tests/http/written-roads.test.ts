import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pages } from '#domain/routes/site.ts'
import { visit } from '../support/http.ts'

/** Roads for people who fear those who would handle it, or whose matter lies elsewhere. */

const page = (path: string) => readFileSync(`dist${path}index.html`, 'utf8')
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, '')

describe('the form', () => {
  const html = page(pages.file.path)

  it('names 12388, by telephone and on the web, before the narrative, and says what is taken here', () => {
    const notice = html.slice(0, html.search(/<(?:input|textarea|select)[^>]*name="narrative"/))
    expect(notice).toContain('href="tel:12388"')
    for (const words of ['贪污受贿', '也可以在网上举报', '想匿名反映', '纠纷线索'])
      expect(plain(notice)).toContain(words)
  })

  it('describes a tip in words that somebody afraid of officials would choose', () => {
    expect(plain(html)).toContain('想匿名反映一件事：干部办事不公')
  })

  it('tells children that no parent is asked or told first, and what must be reported', () => {
    const consent = plain(html.slice(html.indexOf('id="consent-title"')))
    for (const words of ['不用家长同意', '不会先告诉家长', '法律要求我们报告公安等部门'])
      expect(consent).toContain(words)
  })

  it('leads to the page for matters of other counties, under the question where it happened', () => {
    expect(html).toContain(`href="${pages.fileElsewhere.path}"`)
  })
})

describe('the page for matters of other counties', () => {
  const html = page(pages.fileElsewhere.path)

  it('says where they belong, whom to ring there, and what this county can do', () => {
    for (const words of ['一般归哪里管', '干活的地方', '区号＋12345', '本县还能做的', '期限照样在走'])
      expect(plain(html)).toContain(words)
    for (const number of ['12345', '12333', '12348']) expect(html).toContain(`tel:${number}`)
    expect(plain(html)).toContain('《中华人民共和国劳动争议调解仲裁法》第二十一条')
  })

  it('leads back to the form at the track that asks', async () => {
    expect(html).toContain(`href="${pages.file.path}#track-consult"`)
    expect(page(pages.file.path)).toContain('id="track-consult"')
    expect((await visit().get('/file/elsewhere')).headers.get('location')).toBe(pages.fileElsewhere.path)
  })
})
