import { describe, expect, it } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { makeForms } from '../../support/forms.ts'
import { makeDeskWorld } from '../../support/staff.ts'

/** The way to leave on the Worker's pages (rules.md R63); tests/http/exit.test.ts checks the prerendered ones. */

const { browser, rightForm } = makeForms(makeDeskWorld())
const outside = county.site.leaveTo

describe('a page of the Worker shows the way to leave', () => {
  const bar = (html: string) => /<aside class="quick-exit"[^>]*>/.exec(html)?.[0]
  const shown = (html: string) => bar(html) !== undefined && !bar(html)?.includes('hidden')
  const danger = { ...rightForm, danger: 'true', 'contact.mayCall': 'false', 'contact.mayText': 'false' }

  it('above the form and the check page of a person in danger, and above nothing else', async () => {
    const answer = async (fields: Record<string, string>) =>
      (await browser().post(actions.fileCheck, fields)).text()
    expect(shown(await answer({ ...danger, narrative: '' }))).toBe(true)
    expect(shown(await answer(danger))).toBe(true)
    expect(shown(await answer(rightForm))).toBe(false)
    // A script shows it as soon as the person says that they are in danger.
    expect(bar(await answer({ ...rightForm, narrative: '' }))).toContain('hidden')
  })

  it('by a link through /leave, which first makes the browser forget', async () => {
    const html = await (await browser().post(actions.fileCheck, danger)).text()
    expect(html).toContain(`href="${actions.leave}" data-leave="${outside}"`)
  })
})
