import { describe, expect, it } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { makeWorld, postForm, rightFiling } from '../../support/world.ts'

/** A person in danger is told whether somebody reads what they write (content/duty.yaml, rules.md R49). */

const danger = {
  ...rightFiling,
  about: 'none',
  danger: 'true',
  'contact.mayCall': 'false',
  'contact.mayText': 'false',
}
const [weekdays] = county.duty

describe.each([
  ['at night', '2026-11-24T03:00:00+08:00', '现在没人看，请打 110。'],
  ['in the hours of the rota', '2026-11-24T10:00:00+08:00', `现在有人值班：${weekdays?.who}`],
])('%s', (_, at, words) => {
  it.each([
    ['the form with errors', { ...danger, narrative: '' }, 422],
    ['the form that asks how to reach the person', { ...rightFiling, about: 'none', danger: 'true' }, 422],
    ['the form opened again for a change', { ...danger, edit: 'phone' }, 200],
    ['the check page', danger, 200],
  ] as const)('%s says so', async (_name, fields, status) => {
    const answer = await postForm(makeWorld(at), actions.fileCheck, fields)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  })

  it('the check page of anybody else says nothing about it', async () => {
    const answer = await postForm(makeWorld(at), actions.fileCheck, { ...rightFiling, about: 'none' })
    expect(await answer.text()).not.toMatch(/值班|没人看/)
  })
})
