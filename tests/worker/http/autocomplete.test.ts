import { describe, expect, it } from 'vitest'
import { formOrder, registerOrder } from '#domain/filing/field-orders.ts'
import { type FilingField, fieldRow } from '#domain/filing/fields.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { actions, searchPage } from '#domain/routes/site.ts'
import { sharedDesk } from '../../support/desk-clock.ts'
import { makeForms } from '../../support/forms.ts'

/**
 * Browsers empty a control with autocomplete="off" after Back or a reload, and keep the others. A form of half an answer
 * is worse than an empty one, so `off` needs a reason; a field about the person has the token of its row.
 */

const world = sharedDesk()
const { forms, browser } = makeForms(world)

/** The controls of a page in which a browser can fill something in, with their autofill token. */
const controlsOn = (html: string): Map<string, string | undefined> =>
  new Map(
    [...html.matchAll(/<(?:input|textarea|select)\b[^>]*\sname="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/type="(?:hidden|radio|checkbox)"/.test(tag))
      .map(([tag, name = '']) => [name, /\sautocomplete="([^"]*)"/.exec(tag)?.[1]]),
  )

const pageOf = async (route: string) => (await (forms[route] as (typeof forms)[string])()).html

/** What no browser must remember; the reason stands beside each control. */
const unremembered = ['find', 'q', 'trackingCode', 'website']

describe('autocomplete', () => {
  it('off empties no form after Back: only codes, words searched for and the trap have it', async () => {
    const pages = [await browser().page(searchPage.path)]
    // One after the other: some are reached by letting time pass.
    for (const route of Object.keys(forms)) pages.push(await pageOf(route))
    const controls = pages.flatMap((html) => [...controlsOn(html)])
    expect(new Set(controls.map(([name]) => name)).size).toBeGreaterThan(20)
    const off = controls.flatMap(([name, token]) => (token === 'off' ? [name] : []))
    expect([...new Set(off)].sort()).toEqual(unremembered)
  })

  const isControl = (field: FilingField) =>
    ['text', 'text-area', 'select', 'region'].includes(fieldRow(field).input.kind)

  it('of the form of residents is that of the rows', async () => {
    const controls = controlsOn(await pageOf(actions.fileCheck))
    const fields = formOrder.filter(isControl)
    expect(fields.map((field) => [field, controls.has(field), controls.get(field)])).toEqual(
      fields.map((field) => [field, true, fieldRow(field).autocomplete]),
    )
    const own = ['name', 'phone', 'address'].map((field) => controls.get(field))
    expect(own).toEqual(['name', 'tel', 'street-address'])
  })

  it('of the form of staff is empty: it would give the name and phone of whoever types', async () => {
    const controls = controlsOn(await pageOf(deskPages.register.path))
    const fields = registerOrder.filter(isControl)
    expect(fields.map((field) => [field, controls.has(field), controls.get(field)])).toEqual(
      fields.map((field) => [field, true, undefined]),
    )
  })
})
