import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { formFields, lengths, units, unitsPerSign, valuesPerField } from '#domain/basics/bounds.ts'
import { contactFields, filingFields } from '#domain/filing/fields.ts'
import { fieldsOf, readMove } from '#domain/moves/fields.ts'
import { moveKinds, moves } from '#domain/moves/table.ts'
import { deskActions, deskPages, staffPath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { openapi } from '#generated/openapi.ts'
import { checklistField } from '../../functions/desk/checklist/page.tsx'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { createStaffAuth } from '../../functions/staff/auth/auth.ts'
import { makeDeskWorld, makeJar, signInAs } from '../support/staff.ts'
import { mark, watchText } from '../support/watch-text.ts'
import { file, origin, postJson, rightFiling } from '../support/world.ts'

/**
 * Cost: whatever somebody sends, nothing normalises, matches, splits or parses more of a field than its bound. The
 * fields come from the pages' own forms, from the schemas and from the source, the routes from the apps: what is new
 * is tried without being named here, and a route whose form nobody opens turns this red.
 */

const long = 'q'.repeat(20_000)
const world = makeDeskWorld()
// Library and desk look at one clock.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: world.time.now })
})
afterAll(() => {
  vi.useRealTimers()
})

/** Fields whose name in a form is not the name of their length. */
const lengthOf: Record<string, number> = {
  ...lengths,
  'contact.when': lengths.contactWhen,
  otherName: lengths.name,
}
const own: Record<string, number> = { trackingCode: units.trackingCode, q: units.question }
const boundOf = (field: string): number =>
  own[field] ?? Math.max(units.short, unitsPerSign * (lengthOf[field] ?? 0))

type Fields = Record<string, string>
type Pairs = [string, string][]

/** Somebody at a browser that keeps cookies, at the site or the desk. */
const browser = (cookie = '') => {
  const jar = makeJar()
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookies = [cookie, jar.header()].filter(Boolean).join('; ')
    const door = path.startsWith('/desk') ? world.desk : world.request
    return jar.take(await door(path, { ...init, headers: { ...init.headers, cookie: cookies } }))
  }
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    origin,
  }
  return {
    get: (path: string, more: Fields = {}) => ask(path, { headers: more }),
    page: async (path: string) => (await ask(path)).text(),
    post: (path: string, fields: Fields | Pairs) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers }),
  }
}

type Browser = ReturnType<typeof browser>

const atDesk = async (role: 'handler' | 'lead' | 'admin', unit = 'qingshi-liuwan-committee') => {
  const { cookie, id } = await signInAs(world, { unit, role, enrolled: role !== 'handler' })
  return { ...browser(cookie), id }
}
const admin = () => atDesk('admin', 'qingshi-centre')

const rightForm: Fields = Object.fromEntries(
  Object.entries(rightFiling).map(([name, value]) => [name, String(value)]),
)

/** A form as its page shows it: where, which fields, and what stands in them. */
const formOn = (html: string, action: string) => {
  const form =
    html
      .split('<form')
      .find((one) => one.includes(`action="${action}"`))
      ?.split('</form>')[0] ?? ''
  const tags = [...form.matchAll(/<(?:input|textarea|select|button)[^>]*\sname="([^"]+)"[^>]*>/g)]
  const values = tags.flatMap(([tag, name = '']) => {
    const value = /\svalue="([^"]*)"/.exec(tag)?.[1]
    return value !== undefined && /type="hidden"/.test(tag) ? [[name, value] as const] : []
  })
  return {
    found: form !== '',
    fields: [...new Set(tags.map(([, name = '']) => name))],
    hidden: Object.fromEntries(values) as Fields,
  }
}

const asked = async () => {
  const { trackingCode, caseNumber } = await file(world)
  for (const kind of ['accepted', 'asked'] as const)
    await moveCase(world.ports, { number: caseNumber, kind, by: 'console', input: { message: '请补充' } })
  const person = browser()
  await person.post(actions.trackOpen, { trackingCode })
  return person
}

/** Registered by staff for somebody, who has opened it. */
const writtenDown = async () => {
  const staff = await atDesk('handler')
  const { hidden } = formOn(await staff.page(deskPages.register.path), deskPages.register.path)
  await staff.post(deskPages.register.path, { ...rightForm, ...hidden, about: 'none', channel: 'visit' })
  const slip = await staff.page('/desk/registered')
  const trackingCode = [...slip.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
  const person = browser()
  await person.post(actions.trackOpen, { trackingCode })
  return { staff, person, slip }
}

interface Opened {
  by: Browser
  html: string
  /** Where the form posts to, where that is not the route itself. */
  path?: string
  /** What makes the other fields right. */
  right?: Fields
}

const password = '檐水归沟 六尺相让 各退三尺'
const check = async () => {
  const by = browser()
  return { by, html: await (await by.post(actions.fileCheck, rightForm)).text() }
}

/** A move with words of every length. */
const declining = async () => {
  const by = await atDesk('handler')
  const { caseNumber } = await file(world)
  const path = `/desk/cases/${caseNumber}/declined`
  return { by, path, html: await by.page(path) }
}

/** How each form is reached, by the route it posts to. */
const forms: Record<string, () => Promise<Opened>> = {
  [actions.fileCheck]: async () => {
    const by = browser()
    return { by, right: rightForm, html: await (await by.post(actions.fileCheck, { danger: 'true' })).text() }
  },
  [actions.fileSend]: check,
  [actions.fileNoted]: async () => {
    const { by, html } = await check()
    await by.post(actions.fileSend, formOn(html, actions.fileSend).hidden)
    return { by, html: await by.page(actions.fileDone) }
  },
  [actions.trackOpen]: async () => {
    const by = browser()
    return { by, html: await (await by.post(actions.trackOpen, { caseNumber: '1' })).text() }
  },
  [actions.trackReply]: async () => {
    const by = await asked()
    return { by, html: await by.page(actions.trackCase) }
  },
  [actions.trackLeave]: async () => {
    const by = await asked()
    return { by, html: await by.page(actions.trackCase) }
  },
  [actions.trackNewCode]: async () => {
    const { person } = await writtenDown()
    return { by: person, html: await person.page(actions.trackNewCode) }
  },
  [actions.trackCode]: async () => {
    const { person } = await writtenDown()
    await person.post(actions.trackNewCode, {})
    return { by: person, html: await person.page(actions.trackCode) }
  },
  [deskPages.signIn.path]: async () => {
    const by = browser()
    const right = { username: 'nobody', password }
    return { by, right, html: await by.page(deskPages.signIn.path) }
  },
  [deskPages.code.path]: async () => {
    const { token, username } = await invited('lead')
    const first = browser()
    await first.post(deskPages.invite.path, { token, newPassword: password, again: password })
    const secret = [...(await first.page(deskPages.enrol.path)).matchAll(/<li>([A-Z2-7]{4})<\/li>/g)]
      .map(([, group]) => group)
      .join('')
    const { codeAt } = await import('../../functions/console/totp.ts')
    await first.post(deskPages.enrol.path, { code: await codeAt(secret, Date.now()) })
    const by = browser()
    await by.post(deskPages.signIn.path, { username, password })
    return { by, html: await by.page(deskPages.code.path) }
  },
  [deskActions.signOut]: async () => {
    const by = await atDesk('handler')
    return { by, html: await by.page(deskPages.account.path) }
  },
  [deskPages.invite.path]: async () => {
    const { token } = await invited('handler')
    const by = browser()
    const right = { newPassword: password, again: password }
    return { by, right, html: await by.page(`${deskPages.invite.path}/${token}`) }
  },
  [deskPages.enrol.path]: async () => {
    const { cookie } = await signInAs(world, { unit: 'qingshi-committee', role: 'lead', enrolled: false })
    const by = browser(cookie)
    return { by, html: await by.page(deskPages.enrol.path) }
  },
  [deskActions.password]: () =>
    account({ currentPassword: password, newPassword: password, again: password }),
  [deskActions.endSession]: async () => {
    const { id } = await atDesk('handler')
    const { cookie } = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
    const by = browser(cookie)
    // Another session of the same person, so that there is one to end.
    await world.db
      .prepare(
        'UPDATE staff_session SET user_id = (SELECT user_id FROM staff_session ORDER BY rowid DESC LIMIT 1) WHERE user_id = ?',
      )
      .bind(id)
      .run()
    return { by, html: await by.page(deskPages.account.path) }
  },
  [deskActions.endOtherSessions]: () => forms[deskActions.endSession]?.() as Promise<Opened>,
  [deskActions.beginEnrolment]: () => account({ password }),
  [deskActions.newPaperCodes]: async () => {
    const by = await atDesk('lead')
    return { by, right: { password }, html: await by.page(deskPages.account.path) }
  },
  [deskPages.newStaff.path]: async () => {
    const by = await admin()
    return { by, right: person, html: await by.page(deskPages.newStaff.path) }
  },
  [staffPath(':id', 'change')]: () => keeping('change'),
  [staffPath(':id', 'deactivate')]: () => keeping('deactivate', 'deactivate'),
  [staffPath(':id', 'link')]: () => keeping('link'),
  [staffPath(':id', 'factor')]: () => keeping('factor'),
  [staffPath(':id', 'reactivate')]: async () => {
    const by = await admin()
    const { id } = await atDesk('handler')
    await by.post(staffPath(id, 'deactivate'), { to: 'unit', confirm: 'true' })
    return { by, path: staffPath(id, 'reactivate'), html: await by.page(staffPath(id)) }
  },
  '/desk/cases/:number/:kind': () => declining(),
  [deskPages.register.path]: async () => {
    const by = await atDesk('handler')
    const shown = await by.page(deskPages.register.path)
    const { hidden } = formOn(shown, deskPages.register.path)
    const html = await (await by.post(deskPages.register.path, { ...hidden, danger: 'true' })).text()
    return { by, html, right: { ...rightForm, about: 'none', channel: 'visit' } }
  },
  '/desk/registered': async () => {
    const { staff, slip } = await writtenDown()
    return { by: staff, html: slip }
  },
  '/desk/checklist': async () => {
    const by = await atDesk('handler')
    return { by, html: await by.page('/desk/checklist') }
  },
  [deskPages.find.path]: async () => {
    const by = await atDesk('handler')
    return { by, html: await by.page(deskPages.find.path) }
  },
}

const person = {
  name: '柳青',
  publishedName: '小柳',
  unit: 'qingshi-liuwan-committee',
  role: 'handler',
  to: 'unit',
}

const invited = async (role: 'handler' | 'lead') => {
  const auth = await createStaffAuth(world.deskPorts, true)
  const username = `li.si.${crypto.randomUUID().slice(0, 8)}`
  const made = await auth.createAccount(
    { username, name: '李四', unit: 'qingshi-committee', role },
    'console',
  )
  return { username, token: made?.token ?? '' }
}

const account = async (right: Fields): Promise<Opened> => {
  const by = await atDesk('handler')
  return { by, right, html: await by.page(deskPages.account.path) }
}

const keeping = async (
  action: 'change' | 'deactivate' | 'link' | 'factor',
  page?: 'deactivate',
): Promise<Opened> => {
  const by = await admin()
  const { id } = await atDesk('handler')
  // Only who has a second factor can lose it.
  await world.db.prepare('UPDATE staff_user SET two_factor_enabled = 1 WHERE id = ?').bind(id).run()
  const right = action === 'link' ? {} : { ...person, confirm: 'true', confirmFactor: 'true' }
  return { by, right, path: staffPath(id, action), html: await by.page(staffPath(id, page)) }
}

const routes = [...world.app.routes, ...world.deskApp.routes]
const pathsOf = (method: string): string[] => [
  ...new Set(routes.filter((route) => route.method === method).map(({ path }) => path)),
]
const isApi = (path: string) => path.startsWith('/api/')

describe('every form', () => {
  it('has a page here on which it stands', () => {
    expect(Object.keys(forms).sort()).toEqual(
      pathsOf('POST')
        .filter((path) => !isApi(path))
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

  it('leaves no field of the table out', () => {
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
      { post?: { requestBody: { content: { 'application/json': { schema: { $ref: string } } } } } }
    >
    components: { schemas: Record<string, { properties: Record<string, unknown> }> }
  }
  const posts = pathsOf('POST').filter(isApi)
  const fieldsAt = (path: string): string[] => {
    const { $ref = '' } = document.paths[path]?.post?.requestBody.content['application/json'].schema ?? {}
    return Object.keys(document.components.schemas[$ref.split('/').at(-1) ?? '']?.properties ?? {})
  }

  it('is in the document, and the filing with every field', () => {
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

  it('names at most fifty fields back, each cut', async () => {
    const more = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`${long.slice(0, 90)}${at}`, at]),
    )
    const answer = await postJson(world, api.cases, { ...rightFiling, ...more })
    const { ignored } = (await answer.json()) as { ignored: string[] }
    expect(answer.status).toBe(201)
    expect(ignored).toHaveLength(50)
    for (const name of ignored) expect(name.length).toBeLessThanOrEqual(60)
  })

  it('looks at an idempotency key only when it can be one', async () => {
    const { result, seen } = await watchText(() =>
      postJson(world, api.cases, rightFiling, { 'idempotency-key': long.slice(0, 8000) }),
    )
    expect([result.status, seen.longest]).toEqual([400, 0])
  })
})

describe('every address', () => {
  const sources = import.meta.glob('../../functions/**/*.{ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>
  const files = Object.entries(sources).filter(([path]) => !path.includes('/generated/'))
  const constants: Record<string, string> = { checklistField }
  const names = new Set(
    files
      .flatMap(([, source]) => [...source.matchAll(/queryValue\(c, (?:'([^']+)'|(\w+))/g)])
      .map(([, name, constant = '']) => name ?? constants[constant] ?? `unknown ${constant}`),
  )
  const gets = pathsOf('GET')

  it('has its query read in one place', () => {
    expect(files.filter(([, source]) => /\.req\.quer(y|ies)\(/.test(source)).map(([path]) => path)).toEqual([
      '../../functions/http/query.ts',
    ])
    expect([...names].filter((name) => name.startsWith('unknown'))).toEqual([])
    expect(names.size).toBeGreaterThan(8)
  })

  it('is normalised in one place', () => {
    const normalising = files.filter(([, source]) => /\.normalize\(/.test(source)).map(([path]) => path)
    expect(normalising).toEqual(['../../functions/domain/basics/normalise.ts', '../../functions/scrypt.ts'])
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
  it.each(patterns)('%s reads no more of its names than the bound', async (pattern) => {
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
        // The router puts a slash in front.
        expect(seen.longest, `${part}: ${seen.by}`).toBeLessThanOrEqual(units.path + 1)
      }
    }
  })
})

describe('headers', () => {
  it('a media type that is too long is none', async () => {
    const { result, seen } = await watchText(() =>
      postJson(world, api.cases, rightFiling, { 'content-type': `application/json;${long.slice(0, 8000)}` }),
    )
    expect([result.status, seen.longest]).toEqual([415, 0])
  })

  it('the name of a browser is cut before it is kept, and before it is read', async () => {
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

  it('an address of a sender that is none is cut', async () => {
    world.sender.address = long
    const { seen } = await watchText(() => browser().post(actions.trackOpen, { trackingCode: '1' }))
    world.sender.address = '203.0.113.7'
    expect(seen.longest).toBeLessThanOrEqual(units.header)
    expect(mark.length).toBeLessThan(units.short)
  })
})

describe('nothing is lost', () => {
  const narrative = '很长的话'.repeat(3000)

  it.each([
    ['over the limit', narrative.slice(0, lengths.narrative + 1)],
    ['three times the limit', narrative],
    ['beyond what is read', '话'.repeat(unitsPerSign * lengths.narrative + 1)],
    ['all marks', `a${'\u0301\u0323'.repeat(9000)}`],
  ])('a narrative %s comes back whole, with the sentence', async (_, typed) => {
    const answer = await browser().post(actions.fileCheck, { ...rightForm, narrative: typed })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(typed)
    expect(html).toContain('最多 4000 个字')
  })

  it('a reply too', async () => {
    const person = await asked()
    const answer = await person.post(actions.trackReply, { reply: narrative })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(narrative)
  })

  it('and what staff wrote', async () => {
    const { by, path } = await declining()
    const { hidden } = formOn(await by.page(path), path)
    const answer = await by.post(path, { ...hidden, reason: narrative, message: narrative, body: '法院' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(narrative)
  })
})
