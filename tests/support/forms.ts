import { day, ratingChange } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import type { Expert } from '#domain/content/experts.ts'
import { slotsFrom } from '#domain/experts/slots.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import {
  agreementPath,
  casePath,
  deskActions,
  deskPages,
  filePath,
  filesPath,
  importPath,
  ledgerPaths,
  movePath,
  ratingTaskPath,
  staffPath,
} from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import type { RatingTaskKind } from '#domain/words/ratings.ts'
import { storyCheckIds } from '#domain/words/story-checks.ts'
import { county } from '#generated/county.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { createStaffAuth } from '../../functions/staff/auth/auth.ts'
import { fileForm, small } from './evidence.ts'
import { atImport } from './old-ledger.ts'
import { asCsv, ledgerRows } from './old-ledger-rows.ts'
import { makePublications } from './publication.ts'
import { drawing, ended, low, rate } from './rating.ts'
import { openRegister } from './register.ts'
import { recorded, rightSpot } from './spot.ts'
import { type DeskWorld, makeJar, signInAs } from './staff.ts'
import { twoSides } from './two-sides.ts'
import { file, origin, rightFiling } from './world.ts'

/** Every form of the site and the desk, with a way to reach its page. */

/** Posted by a link and a script, without a form or a field. */
export const withoutForm: string[] = [actions.leave]

export type Fields = Record<string, string>
export type Pairs = [string, string][]

/** The source of the form of a page that posts to a path, with or without a query; empty if there is none. */
export const formAt = (html: string, action: string): string =>
  html
    .split('<form')
    .find((one) => one.includes(`action="${action}"`) || one.includes(`action="${action}?`))
    ?.split('</form>')[0] ?? ''

/** The forms of this world, and people at browsers to post them. */
export const makeForms = (world: DeskWorld) => {
  /** A visitor or member of staff at a browser that keeps cookies. */
  const browser = (cookie = '') => {
    const jar = makeJar()
    const ask = async (path: string, init: RequestInit = {}) => {
      const cookies = [cookie, jar.header()].filter(Boolean).join('; ')
      const request = path.startsWith('/desk') ? world.desk : world.request
      return jar.take(await request(path, { ...init, headers: { ...init.headers, cookie: cookies } }))
    }
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      origin,
    }
    return {
      get: (path: string, more: Fields = {}) => ask(path, { headers: more }),
      page: async (path: string) => (await ask(path)).text(),
      post: (path: string, fields: Fields | Pairs, more: Fields = {}) =>
        ask(path, {
          method: 'POST',
          body: new URLSearchParams(fields).toString(),
          headers: { ...headers, ...more },
        }),
      /** Posts a body that is URL-encoded already. */
      postBody: (path: string, body: string) => ask(path, { method: 'POST', body, headers }),
    }
  }

  const atDesk = async (role: 'handler' | 'lead' | 'admin', unit = 'qingshi-liuwan-committee') => {
    const { cookie, id } = await signInAs(world, { unit, role, enrolled: role !== 'handler' })
    return { ...browser(cookie), id }
  }
  const admin = () => atDesk('admin', 'qingshi-centre')

  const rightForm: Fields = Object.fromEntries(
    Object.entries(rightFiling).map(([name, value]) => [name, String(value)]),
  )

  /** A form as its page shows it: target, fields and their values. */
  const formOn = (html: string, action: string) => {
    const form = formAt(html, action)
    const tags = [...form.matchAll(/<(?:input|textarea|select|button)[^>]*\sname="([^"]+)"[^>]*>/g)]
    const values = tags.flatMap(([tag, name = '']) => {
      const value = /\svalue="([^"]*)"/.exec(tag)?.[1]
      return value !== undefined && /type="hidden"/.test(tag) ? [[name, value] as const] : []
    })
    return {
      found: form !== '',
      /** Text fields: no choice, no password, no code, not the honeypot. */
      written: tags.flatMap(([tag, name = '']) =>
        (tag.startsWith('<textarea') || /type="(text|tel|date)"/.test(tag)) &&
        !/autocomplete="one-time-code"|\sreadonly/.test(tag)
          ? [name]
          : [],
      ),
      fields: [...new Set(tags.map(([, name = '']) => name))],
      hidden: Object.fromEntries(values) as Fields,
    }
  }

  /** A person at the page of a new case. */
  const following = async () => {
    const { trackingCode } = await file(world)
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode })
    return person
  }

  const asked = async () => {
    const { trackingCode, caseNumber } = await file(world)
    for (const kind of ['accepted', 'asked'] as const)
      await moveCase(world.ports, { number: caseNumber, kind, by: 'console', input: { message: '请补充' } })
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode })
    return person
  }

  /** A case whose holder is asked which time suits them. */
  const meeting = async () => {
    const { trackingCode, caseNumber: number } = await file(world)
    const time1 = world.time.now + day
    for (const [kind, input] of [
      ['accepted', { subject: '一件事' }],
      ['times-proposed', { comers: ['1'], length: 60, room: 'elsewhere', place: '村口', time1 }],
    ] as const)
      await moveCase(world.ports, { number, kind, by: 'console', input: { ...input } as MoveInput })
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode })
    return person
  }

  /** A case of which half a clock has passed, opened by its holder. */
  const halfway = async () => {
    const { now } = world.time
    world.time.now = now - 15 * day
    const { trackingCode } = await file(world)
    world.time.now = now
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode })
    return person
  }

  /** A case that has ended, opened by its holder. */
  const over = async () => {
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode: (await ended(world)).trackingCode })
    return person
  }

  /** The complainant of an old case, whom the county asked about a story of it. */
  const askedForStory = async () => {
    const { now } = world.time
    world.time.now = now - 370 * day
    const { trackingCode, caseNumber } = await file(world)
    const delivery = { deliveryBy: 'hand', deliveryOn: dayOf(world.time.now), reason: '当面' } as const
    for (const [kind, input] of [
      ['accepted', { subject: '滴水' }],
      ['party', { otherName: '陈建国', gotFrom: 'complainant' }],
      ['invitation', { whom: '2', invitation: '请来商量。' }],
      ['invitation-approved', delivery],
      ['invited', {}],
      ['mediating', {}],
      ['settled', {}],
    ] as const)
      await moveCase(world.ports, { number: caseNumber, kind, by: 'console', input })
    world.time.now = now
    const staff = await atDesk('lead', 'shili-centre')
    const path = movePath(caseNumber, 'story')
    const { hidden } = formOn(await staff.page(path), path)
    await staff.post(path, [
      ...Object.entries({ ...hidden, storyTitle: '一条水槽', storyText: '各让一步。' }),
      ...storyCheckIds.map((id): [string, string] => ['storyChecks', id]),
    ])
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode })
    return person
  }

  /** A case that was rated low and drawn, seen by the unit that has something to do about it. */
  const ratedLow = async (kind: RatingTaskKind): Promise<Opened> => {
    const { now } = world.time
    world.time.now = now - ratingChange - day
    const filed = await ended(world)
    await rate(drawing(world, true), filed, low)
    world.time.now = now
    const by = await atDesk('lead', kind === 'look' ? 'qingshi-centre' : 'shili-centre')
    await by.page(casePath(filed.caseNumber))
    const path = ratingTaskPath(filed.caseNumber, kind)
    return { by, path, html: await by.page(path) }
  }

  /** A case with words for the other side, opened by the complainant, who has to approve them; or by the other side. */
  const withSides = async (side: 'complainant' | 'other') => {
    const sides = twoSides(world)
    const { trackingCode } = side === 'complainant' ? await sides.drafted() : (await sides.invited()).theirs
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode })
    return person
  }

  const draftFields: Fields = { facts: '檐水落进院内。', what1: '装一道檐沟', by1: '2' }

  /** A case in mediation at the desk of its committee; with the draft of an agreement if wanted. */
  const agreeing = async (drafted: boolean) => {
    const { invited, make } = twoSides(world)
    const { filed } = await invited()
    await make(filed, 'mediating')
    const by = await atDesk('handler')
    const path = agreementPath(filed.caseNumber)
    const right = { ...draftFields, mediators: by.id }
    if (drafted) await by.post(path, { ...formOn(await by.page(path), path).hidden, ...right })
    return { filed, by, path, right }
  }

  /** A case registered by staff, opened by its holder. */
  const writtenDown = async () => {
    const staff = await atDesk('handler')
    await staff.post(await openRegister(staff), { ...rightForm, about: 'none', channel: 'visit' })
    const slip = await staff.page('/desk/registered')
    const trackingCode = [...slip.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
    const person = browser()
    await person.post(actions.trackOpen, { trackingCode })
    return { staff, person, slip }
  }

  interface Opened {
    by: Browser
    html: string
    /** The form's target if it is not the route itself. */
    path?: string
    /** Valid values of the other fields. */
    right?: Fields
  }

  const password = '檐水归沟 六尺相让 各退三尺'
  const check = async () => {
    const by = browser()
    return { by, html: await (await by.post(actions.fileCheck, rightForm)).text() }
  }

  /** A move with text fields of every length. */
  const declining = async () => {
    const by = await atDesk('handler')
    const { caseNumber } = await file(world)
    const path = `/desk/cases/${caseNumber}/declined`
    return { by, path, html: await by.page(path) }
  }

  /** How to reach each form, by the route it posts to. */
  const forms: Record<string, () => Promise<Opened>> = {
    [actions.fileCheck]: async () => {
      const by = browser()
      return {
        by,
        right: rightForm,
        html: await (await by.post(actions.fileCheck, { danger: 'true' })).text(),
      }
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
    [actions.partyAsk]: async () => {
      const by = browser()
      const right = { letterNumber: '1234 5678 9014', way: 'call', phone: '13800000000' }
      return { by, right, html: await (await by.post(actions.partyAsk, {})).text() }
    },
    [actions.trackReply]: async () => {
      const by = await asked()
      return { by, html: await by.page(actions.trackCase) }
    },
    [actions.trackMessage]: async () => {
      const by = await following()
      return { by, html: await by.page(actions.trackCase) }
    },
    [actions.trackFiled]: async () => {
      const by = await following()
      return { by, html: await by.page(actions.trackFiled) }
    },
    [actions.trackFiles]: async () => {
      const by = await following()
      return { by, html: await by.page(actions.trackFiles) }
    },
    [actions.trackRate]: async () => {
      const by = await over()
      return { by, right: { result: 'solved', treated: '4' }, html: await by.page(actions.trackCase) }
    },
    [actions.trackUrge]: async () => {
      const by = await halfway()
      return { by, html: await by.page(actions.trackCase) }
    },
    [actions.trackWithdraw]: async () => {
      const by = await following()
      return { by, right: { confirm: 'true' }, html: await by.page(actions.trackWithdraw) }
    },
    [actions.trackObject]: async () => {
      const by = await over()
      return { by, html: await by.page(actions.trackObject) }
    },
    [actions.trackInvitation]: async () => {
      const by = await withSides('complainant')
      return { by, right: { agree: 'true' }, html: await by.page(actions.trackInvitation) }
    },
    [actions.trackConsent]: async () => {
      const by = await withSides('other')
      return { by, right: { say: 'agreed' }, html: await by.page(actions.trackConsent) }
    },
    [actions.trackAgreement]: async () => {
      const { filed } = await agreeing(true)
      const by = browser()
      await by.post(actions.trackOpen, { trackingCode: filed.trackingCode })
      return { by, html: await by.page(actions.trackAgreement) }
    },
    [actions.trackCopy]: async () => {
      const by = await following()
      return { by, html: await by.page(actions.trackCopy) }
    },
    [actions.trackCertificate]: async () => {
      const by = await following()
      return { by, html: await by.page(actions.trackCertificate) }
    },
    [actions.trackPublication]: async () => {
      const by = browser()
      await by.post(actions.trackOpen, {
        trackingCode: (await makePublications(world).offered()).trackingCode,
      })
      return { by, right: { say: 'agreed' }, html: await by.page(actions.trackPublication) }
    },
    [actions.trackStory]: async () => {
      const by = await askedForStory()
      return { by, right: { say: 'agreed' }, html: await by.page(actions.trackStory) }
    },
    [actions.trackNotify]: async () => {
      const by = await following()
      return { by, html: await by.page(actions.trackNotify) }
    },
    [actions.trackTimes]: async () => {
      const by = await meeting()
      return { by, right: { none: 'true' }, html: await by.page(actions.trackTimes) }
    },
    [actions.trackConsultation]: async () => {
      const by = await following()
      const [expert] = county.experts
      const html = await by.page(`${actions.trackConsultation}?expert=${expert?.id}`)
      const slot = slotsFrom(calendar, expert as Expert, world.time.now)[0]?.id ?? ''
      return { by, right: { slot }, html }
    },
    [actions.trackMediator]: async () => {
      const { trackingCode, caseNumber } = await file(world)
      await moveCase(world.ports, { number: caseNumber, kind: 'accepted', by: 'console', input: {} })
      const by = browser()
      await by.post(actions.trackOpen, { trackingCode })
      return { by, html: await by.page(actions.trackMediator) }
    },
    [actions.trackErase]: async () => {
      const by = await over()
      return { by, right: { confirm: 'true' }, html: await by.page(actions.trackErase) }
    },
    [ratingTaskPath(':number', 'look')]: () => ratedLow('look'),
    [ratingTaskPath(':number', 'call')]: () => ratedLow('call'),
    [deskPages.lostCode.path]: async () => {
      const by = await atDesk('lead')
      const right = { paper: 'id-card', self: 'true' }
      return { by, right, html: await by.page(deskPages.lostCode.path) }
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
      // A second session of the same person, which can be ended.
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
    '/desk/cases/:number/files': async () => {
      const by = await atDesk('handler')
      const path = filesPath((await file(world)).caseNumber)
      return { by, path, html: await by.page(path) }
    },
    '/desk/cases/:number/files/:id': async () => {
      const { caseNumber, trackingCode } = await file(world)
      const form = fileForm({ trackingCode }, small.png)
      const answer = await world.request(api.files, { method: 'POST', ...form })
      const by = await atDesk('handler')
      const path = filePath(caseNumber, ((await answer.json()) as { id: string }).id)
      return { by, path, html: await by.page(path) }
    },
    [agreementPath(':number')]: async () => {
      const { by, path, right } = await agreeing(false)
      return { by, path, right, html: await by.page(path) }
    },
    [agreementPath(':number', 'conclude')]: async () => {
      const { filed, by } = await agreeing(true)
      const path = agreementPath(filed.caseNumber, 'conclude')
      const right = { form: 'oral', agreedOn: dayOf(world.time.now), sure: 'true' }
      return { by, path, right, html: await by.page(path) }
    },
    '/desk/cases/:number/:kind': () => declining(),
    [deskPages.batch.path]: async () => {
      const by = await atDesk('handler')
      const { caseNumber } = await file(world)
      return { by, html: await by.page(`${deskPages.batch.path}?kind=accepted&case=${caseNumber}`) }
    },
    [deskPages.register.path]: async () => {
      const by = await atDesk('handler')
      const path = await openRegister(by)
      const html = await (await by.post(path, { danger: 'true' })).text()
      return { by, path, html, right: { ...rightForm, about: 'none', channel: 'visit' } }
    },
    '/desk/registered': async () => {
      const { staff, slip } = await writtenDown()
      return { by: staff, html: slip }
    },
    [ledgerPaths.views]: async () => {
      const by = await atDesk('lead')
      return {
        by,
        right: { viewName: '滴水' },
        html: await by.page(`${ledgerPaths.views}?category=neighbour`),
      }
    },
    [ledgerPaths.sealed]: async () => {
      const by = await atDesk('lead', 'shili-centre')
      return { by, right: { exportReason: '市里检查' }, html: await by.page(ledgerPaths.sealed) }
    },
    [ledgerPaths.dropView]: async () => {
      const by = await atDesk('lead')
      const shown = await by.page(`${ledgerPaths.views}?category=neighbour`)
      await by.post(ledgerPaths.views, { ...formOn(shown, ledgerPaths.views).hidden, viewName: '滴水' })
      return { by, html: await by.page(ledgerPaths.views) }
    },
    '/desk/checklist': async () => {
      const by = await atDesk('handler')
      return { by, html: await by.page('/desk/checklist') }
    },
    [deskPages.staff.path]: async () => {
      const by = await admin()
      return { by, html: await by.page(deskPages.staff.path) }
    },
    [deskPages.find.path]: async () => {
      const by = await atDesk('handler')
      return { by, html: await by.page(deskPages.find.path) }
    },
    [deskPages.spot.path]: async () => {
      const by = await atDesk('handler')
      const right = { ...rightSpot, effectiveOn: dayOf(world.time.now) }
      return { by, right, html: await by.page(deskPages.spot.path) }
    },
    [deskPages.spotSlips.path]: async () => {
      const { staff, done } = await recorded(world, { effectiveOn: dayOf(world.time.now) })
      return { by: browser(staff.cookies()), html: done }
    },
    [deskPages.import.path]: async () => {
      const by = browser((await atImport(world)).cookie)
      return { by, html: await by.page(deskPages.import.path) }
    },
    [importPath(':id')]: () => importing(),
    [importPath(':id', 'check')]: () => importing('check'),
    [importPath(':id', 'drop')]: () => importing('drop'),
    [actions.trackSpot]: async () => {
      const { sides } = await recorded(world, { effectiveOn: dayOf(world.time.now) })
      const by = browser()
      await by.post(actions.trackOpen, { trackingCode: (await sides()).other.trackingCode })
      return { by, html: await by.page(actions.trackSpot) }
    },
  }

  /** An old ledger that was read, on the page of its columns, or looked at. */
  const importing = async (page?: 'check' | 'drop'): Promise<Opened> => {
    const lead = await atImport(world)
    const check = await lead.matched(asCsv(ledgerRows(3)))
    const path = check.replace(/\/check$/, '')
    const by = browser(lead.cookie)
    const html = await by.page(page === 'check' ? check : path)
    return { by, path: page ? `${path}/${page}` : path, html, right: page ? {} : await lead.shown(path) }
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
    // Only a person with a second factor can lose it.
    await world.db.prepare('UPDATE staff_user SET two_factor_enabled = 1 WHERE id = ?').bind(id).run()
    const right = action === 'link' ? {} : { ...person, confirm: 'true', confirmFactor: 'true' }
    return { by, right, path: staffPath(id, action), html: await by.page(staffPath(id, page)) }
  }

  return { forms, formOn, browser, atDesk, admin, asked, declining, rightForm, invited, password }
}

export type Browser = ReturnType<ReturnType<typeof makeForms>['browser']>
