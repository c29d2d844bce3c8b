import { describe, expect, it } from 'vitest'
import { formFields, lengths, units, unitsPerCharacter, valuesPerField } from '#domain/basics/bounds.ts'
import { contactFields, contactRow } from '#domain/filing/contact.ts'
import { fieldRow, filingFields } from '#domain/filing/fields.ts'
import { ledgerFields } from '#domain/ledger/filter.ts'
import { moveField, moveFields } from '#domain/moves/fields.ts'
import { fieldsOf, readMove } from '#domain/moves/read-move.ts'
import { moveKinds, moves } from '#domain/moves/table.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { openapi } from '#generated/openapi.ts'
import { kindField } from '../../../functions/desk/batch/posted-batch.ts'
import { checklistField } from '../../../functions/desk/checklist/page.tsx'
import { tooLong } from '../../../functions/desk/ledger/xlsx-routes.ts'
import { slipCaseField } from '../../../functions/desk/spot/slip-page.tsx'
import { expertField } from '../../../functions/tracking/consultation/page.tsx'
import { sharedDesk } from '../../support/desk-clock.ts'
import { makeForms, type Pairs, withoutForm } from '../../support/forms.ts'
import { mark, watchText } from '../../support/watch-text.ts'
import { postJson, rightFiling } from '../../support/world.ts'

/**
 * Cost: whatever is sent, no code normalises, matches, splits or parses more of a field than its bound. The fields
 * come from the pages' own forms, from the schemas and from the source, the routes from the apps: new ones are
 * tested without being named here, and a route whose form no test opens fails.
 */

const long = 'q'.repeat(20_000)
const world = sharedDesk()

/** The bounds of fields in the rows of their tables; the other fields are named like their bound. */
const lengthOf: Record<string, number | undefined> = {
  ...lengths,
  ...Object.fromEntries(contactFields.map((field) => [`contact.${field}`, contactRow(field).max])),
  ...Object.fromEntries(moveFields.map((field) => [field, moveField(field).max])),
  ...Object.fromEntries(filingFields.map((field) => [field, fieldRow(field).max])),
}
const own: Record<string, number> = { trackingCode: units.trackingCode, q: units.question }
const boundOf = (field: string): number =>
  own[field] ?? Math.max(units.short, unitsPerCharacter * (lengthOf[field] ?? 0))

const { forms, formOn, browser, atDesk, admin, asked, declining, rightForm, invited, password } =
  makeForms(world)

const routes = [...world.app.routes, ...world.deskApp.routes]
const pathsOf = (method: string): string[] => [
  ...new Set(routes.filter((route) => route.method === method).map(({ path }) => path)),
]
const isApi = (path: string) => path.startsWith('/api/')

describe('every posted form', () => {
  it('has a page in this test that contains it', () => {
    expect(Object.keys(forms).sort()).toEqual(
      pathsOf('POST')
        .filter((path) => !isApi(path) && !withoutForm.includes(path))
        .sort(),
    )
  })

  it.each(Object.entries(forms))(
    '%s reads no more of any field than its bound',
    async (route, open) => {
      const first = await open()
      const path = first.path ?? route
      const { found, fields } = formOn(first.html, path)
      expect(found, `no form for ${path} on its page`).toBe(true)
      for (const field of [...fields, 'unheard-of']) {
        const { by, html, right = {}, path: at = route } = await open()
        const { hidden } = formOn(html, at)
        const sent = { ...right, ...hidden, [field]: long }
        const repeated = [
          ...Object.entries(sent),
          ...Array.from({ length: valuesPerField }, () => [field, '1']),
        ]
        expect((await by.post(at, repeated as Pairs)).status, `${field} too often`).toBe(413)
        const { result, seen } = await watchText(() => by.post(at, sent))
        expect(result.status, field).toBeLessThan(500)
        expect(seen.longest, `${field}: ${seen.by}`).toBeLessThanOrEqual(boundOf(field))
      }
      const many = Array.from({ length: formFields + 1 }, (_, at) => [`f${at}`, '1'] as [string, string])
      expect((await first.by.post(path, many)).status).toBe(413)
    },
    60_000,
  )
})

describe('every move', () => {
  it.each(moveKinds)('%s reads no more of any field than its bound', async (kind) => {
    for (const track of trackIds)
      for (const { field } of fieldsOf(kind, track)) {
        const judge = (values: string[]) =>
          readMove(
            kind,
            track,
            (name) => (name === field ? values : []),
            { ways: [{ id: 'a', name: 'a' }] },
            '2026-11-24',
          )
        const { result, seen } = await watchText(() => judge([long]))
        expect(result.ok, field).toBe(false)
        expect(seen.longest, `${field}: ${seen.by}`).toBe(0)
        const often = judge(Array.from({ length: 20_000 }, () => 'a'))
        if (often.ok) expect(JSON.stringify(often.value).length, field).toBeLessThan(200)
      }
  })

  it('together uses every field of the table', () => {
    const all = new Set(
      moveKinds.flatMap((kind) =>
        trackIds.flatMap((track) => fieldsOf(kind, track)).map(({ field }) => field),
      ),
    )
    const named = Object.values(moves).flatMap(
      ({ needs, may = [] }: { needs: readonly string[]; may?: readonly string[] }) => [...needs, ...may],
    )
    for (const field of named) expect(all).toContain(field)
  })
})

describe('every call of the API', () => {
  const document = JSON.parse(openapi) as {
    paths: Record<
      string,
      { post?: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }
    >
    components: { schemas: Record<string, { properties: Record<string, unknown> }> }
  }
  const posts = pathsOf('POST').filter(isApi)
  const fieldsAt = (path: string): string[] => {
    const [body] = Object.values(document.paths[path]?.post?.requestBody.content ?? {})
    const $ref = body?.schema.$ref ?? ''
    return Object.keys(document.components.schemas[$ref.split('/').at(-1) ?? '']?.properties ?? {})
  }

  it('is in the OpenAPI document, and the filing with every field', () => {
    expect(posts.filter((path) => !document.paths[path]?.post)).toEqual([])
    expect(fieldsAt(api.cases).sort()).toEqual([...filingFields].sort())
  })

  it.each(posts)('%s reads no more of any field than its bound', async (path) => {
    const right = path === api.cases ? rightFiling : {}
    const nested = path === api.cases ? contactFields : []
    const bodies: [string, object][] = [
      ...[...fieldsAt(path), 'onBehalfOf', 'unheard-of'].map(
        (field) => [field, { [field]: long }] as [string, object],
      ),
      ...[...nested, 'unheard-of'].map(
        (field) => [`contact.${field}`, { danger: true, contact: { [field]: long } }] as [string, object],
      ),
      ['name of a field', { [long]: 1 }],
      ['name inside contact', { contact: { [long]: 1 } }],
      ['deep', { onBehalfOf: { of: [[{ [long]: long }]] } }],
    ]
    for (const [field, change] of bodies) {
      const { result, seen } = await watchText(() => postJson(world, path, { ...right, ...change }))
      expect(result.status, field).toBeLessThan(500)
      expect(seen.longest, `${field}: ${seen.by}`).toBeLessThanOrEqual(boundOf(field))
    }
  })

  it('reports at most fifty unknown fields, each shortened', async () => {
    const more = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`${long.slice(0, 90)}${at}`, at]),
    )
    const answer = await postJson(world, api.cases, { ...rightFiling, ...more })
    const { ignored } = (await answer.json()) as { ignored: string[] }
    expect(answer.status).toBe(201)
    expect(ignored).toHaveLength(50)
    for (const name of ignored) expect(name.length).toBeLessThanOrEqual(60)
  })

  it('reads an idempotency key only if it has a valid length', async () => {
    const { result, seen } = await watchText(() =>
      postJson(world, api.cases, rightFiling, { 'idempotency-key': long.slice(0, 8000) }),
    )
    expect([result.status, seen.longest]).toEqual([400, 0])
  })
})

describe('every URL', () => {
  const sources = import.meta.glob('../../../functions/**/*.{ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>
  const files = Object.entries(sources).filter(([path]) => !path.includes('/generated/'))
  const ledger = [...ledgerFields, 'sort']
  /** What stands in a constant; `field` and `name` run over the fields of the ledger. */
  const constants: Record<string, readonly string[]> = {
    ...{ checklistField: [checklistField], expertField: [expertField], kindField: [kindField] },
    ...{ slipCaseField: [slipCaseField], tooLong: [tooLong.name], field: ledger, name: ledger },
  }
  const names = new Set(
    files
      .flatMap(([, source]) => [...source.matchAll(/queryValue\(c, (?:'([^']+)'|(\w+))/g)])
      .flatMap(([, name, constant = '']) =>
        name ? [name] : (constants[constant] ?? [`unknown ${constant}`]),
      ),
  )
  const gets = pathsOf('GET')

  it('has its query read in one function', () => {
    expect(files.filter(([, source]) => /\.req\.quer(y|ies)\(/.test(source)).map(([path]) => path)).toEqual([
      '../../../functions/http/query.ts',
    ])
    expect([...names].filter((name) => name.startsWith('unknown'))).toEqual([])
    expect(names.size).toBeGreaterThan(8)
  })

  it('is normalised in one function', () => {
    const normalising = files.filter(([, source]) => /\.normalize\(/.test(source)).map(([path]) => path)
    expect(normalising).toEqual([
      '../../../functions/domain/basics/normalise.ts',
      '../../../functions/scrypt.ts',
    ])
  })

  it.each(gets.filter((path) => !path.includes(':')))(
    '%s reads no more of its query than the bound',
    async (path) => {
      const staff = path.startsWith(deskPages.staff.path) ? await admin() : await atDesk('handler')
      const right = { limit: 'civil-limitation', from: '2026-01-10' }
      for (const name of names) {
        const query = new URLSearchParams({ ...right, [name]: long.slice(0, 12_000) })
        const { result, seen } = await watchText(() => staff.get(`${path}?${query}`))
        expect(result.status, name).toBeLessThanOrEqual(503)
        expect(seen.longest, `${name}: ${seen.by}`).toBeLessThanOrEqual(boundOf(name))
      }
    },
  )

  const patterns = [
    ...new Set(routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)),
  ].filter((path) => path.includes(':'))
  it.each(patterns)('%s reads no more of its parameters than the bound', async (pattern) => {
    const staff = pattern.startsWith(deskPages.staff.path) ? await admin() : await atDesk('handler')
    const parts = [...pattern.matchAll(/:\w+(?:\{[^}]*\})?/g)].map(([part]) => part)
    for (const part of parts) {
      const path = parts.reduce(
        (made, one) => made.replace(one, one === part ? long.slice(0, 12_000) : 'x'),
        pattern,
      )
      for (const ask of [() => staff.get(path), () => staff.post(path, {})]) {
        const { result, seen } = await watchText(ask)
        expect(result.status, part).toBeLessThan(500)
        // The router adds a leading slash.
        expect(seen.longest, `${part}: ${seen.by}`).toBeLessThanOrEqual(units.path + 1)
      }
    }
  })
})

describe('request headers', () => {
  it('a media type that is too long is ignored', async () => {
    const { result, seen } = await watchText(() =>
      postJson(world, api.cases, rightFiling, { 'content-type': `application/json;${long.slice(0, 8000)}` }),
    )
    expect([result.status, seen.longest]).toEqual([415, 0])
  })

  it('a user agent is shortened before it is stored and before it is parsed', async () => {
    const { token } = await invited('handler')
    const agent = `Android ${long.slice(0, 8000)}`
    const done = await world.desk(deskPages.invite.path, {
      method: 'POST',
      body: new URLSearchParams({ token, newPassword: password, again: password }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'user-agent': agent,
      },
    })
    expect(done.status).toBe(303)
    const kept = await world.db
      .prepare("SELECT user_agent AS agent FROM staff_session WHERE user_agent LIKE 'Android q%'")
      .first<{ agent: string }>()
    expect(kept?.agent).toHaveLength(units.header)
  })

  it('an invalid client address is shortened', async () => {
    world.sender.address = long
    const { seen } = await watchText(() => browser().post(actions.trackOpen, { trackingCode: '1' }))
    world.sender.address = '203.0.113.7'
    expect(seen.longest).toBeLessThanOrEqual(units.header)
    expect(mark.length).toBeLessThan(units.short)
  })
})

describe('a text over its bound', () => {
  const narrative = '很长的话'.repeat(3000)

  it.each([
    ['over the limit', narrative.slice(0, lengths.narrative + 1)],
    ['three times the limit', narrative],
    ['beyond what is read', '话'.repeat(unitsPerCharacter * lengths.narrative + 1)],
    ['of combining marks only', `a${'\u0301\u0323'.repeat(9000)}`],
  ])('as a narrative %s is shown again whole, with a message', async (_, typed) => {
    const answer = await browser().post(actions.fileCheck, { ...rightForm, narrative: typed })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(typed)
    expect(html).toContain('最多 4000 个字')
  })

  it('as a reply is shown again whole', async () => {
    const person = await asked()
    const answer = await person.post(actions.trackReply, { reply: narrative })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(narrative)
  })

  it('as a text of staff is shown again whole', async () => {
    const { by, path } = await declining()
    const { hidden } = formOn(await by.page(path), path)
    const answer = await by.post(path, { ...hidden, reason: narrative, message: narrative, body: '法院' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(narrative)
  })
})
