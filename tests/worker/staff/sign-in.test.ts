import { beforeEach, describe, expect, it } from 'vitest'
import { hour, minute } from '#domain/basics/bounds.ts'
import { codeAt } from '../../../functions/console/totp.ts'
import { scryptPassword } from '../../../functions/scrypt.ts'
import { createStaffAuth } from '../../../functions/staff/auth/auth.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'

const password = '檐水归沟 六尺相让 各退三尺'

let world: DeskWorld
let names = 0

const later = (ms: number) => {
  world.time.now += ms
}

beforeEach(() => {
  world = makeDeskWorld()
})

const village = { unit: 'qingshi-liuwan-committee', role: 'handler' } as const
const town = { unit: 'qingshi-committee', role: 'lead' } as const

const invited = async (who: { unit: string; role: 'handler' | 'lead' | 'admin' }) => {
  names += 1
  const username = `zhang.san.${names}`
  const auth = await createStaffAuth(world.deskPorts, true)
  const made = await auth.createAccount({ username, name: '张三', ...who }, 'console')
  if (!made) throw new Error('taken')
  return { ...made, username, link: `/desk/invite/${made.token}` }
}

type Visit = ReturnType<typeof visitDesk>

const where = (answer: Response) => [answer.status, answer.headers.get('location')]
const setPassword = (person: Visit, token: string, text = password) =>
  person.post('/desk/invite', { token, newPassword: text, again: text })

/** The contents of the enrolment page. */
const secretOn = (html: string) => {
  const groups = /aria-label="密钥[^>]*>(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
  const codes = /aria-label="十个备用码">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
  const items = (list: string) => [...list.matchAll(/<li>([^<]+)<\/li>/g)].map(([, text = '']) => text)
  return { groups: items(groups), secret: items(groups).join(''), paper: items(codes) }
}

/** An account with a password and an authenticator. */
const enrolled = async (who: { unit: string; role: 'handler' | 'lead' | 'admin' }) => {
  const account = await invited(who)
  const person = visitDesk(world)
  await setPassword(person, account.token)
  const shown = secretOn(await (await person.get('/desk/enrol')).text())
  const bound = await person.post('/desk/enrol', { code: await codeAt(shown.secret, Date.now()) })
  if (bound.status !== 303) throw new Error(`enrol: ${bound.status}`)
  later(2 * minute)
  return { ...account, ...shown, person }
}

const signIn = (person: Visit, username: string, text = password) =>
  person.post('/desk/sign-in', { username, password: text })

const signInWithCode = async (username: string, secret: string) => {
  const person = visitDesk(world)
  await signIn(person, username)
  const done = await person.post('/desk/code', { code: await codeAt(secret, Date.now()) })
  return { person, done }
}

describe('the sign-in of staff', () => {
  it('is where every request without a session is redirected to', async () => {
    for (const path of ['/desk/', '/desk/account', '/desk/staff/', '/desk/enrol', '/desk/cases/1', '/desk/x'])
      expect(where(await world.desk(path)), path).toEqual([303, '/desk/sign-in'])
    expect(where(await world.desk('/desk'))).toEqual([303, '/desk/'])
    expect(where(await world.desk('/desk/code'))).toEqual([303, '/desk/sign-in'])
  })

  it('has the security headers, the hash of its style, and no-store', async () => {
    const answer = await world.desk('/desk/sign-in')
    const html = await answer.text()
    const policy = answer.headers.get('content-security-policy') ?? ''
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)))
    expect(policy).toContain(`'sha256-${btoa(String.fromCharCode(...digest))}'`)
    expect(policy).toContain("default-src 'none'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(html).toContain('调解工作台')
    expect(html).not.toContain('工作台导航')
  })

  it('follows directly for a village mediator once a link set the password', async () => {
    const { token, username, link } = await invited(village)
    const person = visitDesk(world)
    const form = await (await person.get(link)).text()
    expect(form).toContain(username)
    const wrong = await person.post('/desk/invite', { token, newPassword: '短', again: '短' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toMatch(/<title>错误：[\s\S]*密码至少 12 个字/)
    const differ = await person.post('/desk/invite', { token, newPassword: password, again: `${password}x` })
    expect(await differ.text()).toContain('两次填的不一样')
    const done = await setPassword(person, token)
    expect(where(done)).toEqual([303, '/desk/'])
    expect(done.headers.getSetCookie().join()).toMatch(
      /__Host-staff\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    )
    expect((await person.get('/desk/account')).status).toBe(200)
    expect((await setPassword(visitDesk(world), token)).status).toBe(410)
    expect((await visitDesk(world).get(link)).status).toBe(410)
    expect(where(await signIn(visitDesk(world), username.toUpperCase()))).toEqual([303, '/desk/'])
  })

  it('is not possible with a link after 72 hours or after the next link', async () => {
    const { id, link } = await invited(village)
    later(72 * hour - 1)
    expect((await visitDesk(world).get(link)).status).toBe(200)
    later(1)
    expect((await visitDesk(world).get(link)).status).toBe(410)
    const auth = await createStaffAuth(world.deskPorts, true)
    const [first, second] = [await auth.invite(id), await auth.invite(id)]
    expect((await setPassword(visitDesk(world), first)).status).toBe(410)
    expect((await setPassword(visitDesk(world), second)).status).toBe(303)
  })

  it('if it fails shows a message, keeps the username and not the password', async () => {
    const { username, token } = await invited(village)
    await setPassword(visitDesk(world), token)
    const answer = await signIn(visitDesk(world), username, 'wrong wrong wrong')
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toMatch(/<title>错误：登录/)
    expect(html).toContain('href="#password"')
    expect(html).toContain(`value="${username}"`)
    expect(html).not.toContain('wrong wrong')
    const unknown = await (await signIn(visitDesk(world), 'nobody', 'wrong wrong wrong')).text()
    expect(unknown).toContain('用户名或者密码不对')
    const empty = await (await signIn(visitDesk(world), '', '')).text()
    expect(empty).toContain('有 2 处')
  })

  it('says what is wrong to a person whose browser keeps no cookies', async () => {
    const { username, token } = await invited(village)
    await setPassword(visitDesk(world), token)
    const led = async (path: string, referer?: string) =>
      world.desk(path, { headers: referer ? { referer } : {} })
    const form = 'https://portal.example/desk/sign-in'
    let [status, path] = where(await signIn(visitDesk(world), username))
    for (; status === 303 && path !== '/desk/sign-in'; ) [status, path] = where(await led(String(path), form))
    expect(path).toBe('/desk/sign-in')
    expect(await (await led('/desk/sign-in', form)).text()).toContain('cookie')
    for (const other of [undefined, 'https://portal.example/', 'https://other.example/desk/sign-in'])
      expect(await (await led('/desk/sign-in', other)).text()).not.toContain('cookie')
  })

  it('refuses a cross-site post with a page in the desk’s layout', async () => {
    const cross = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    const { headers } = await signInAs(world, village)
    const posts = {
      ...{ '/desk/sign-in': '', '/desk/code': '', '/desk/invite': '' },
      ...{ '/desk/sign-out': headers.cookie, '/desk/account/password': headers.cookie },
      ...{ '/desk/account/sessions/end': headers.cookie, '/desk/account/enrol': headers.cookie },
    }
    for (const [path, cookie] of Object.entries(posts)) {
      const answer = await visitDesk(world, cookie).post(path, { username: 'zhang', code: '1' }, cross)
      expect(answer.status, path).toBe(403)
      expect(await answer.text(), path).toContain('调解工作台')
    }
    expect((await visitDesk(world, headers.cookie).get('/desk/account')).status).toBe(200)
  })

  it('answers unknown pages and methods with a page in the desk’s layout', async () => {
    const { headers } = await signInAs(world, village)
    const person = visitDesk(world, headers.cookie)
    const missing = await person.get('/desk/nothing')
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('回工作台')
    expect((await person.post('/desk/account', {})).status).toBe(405)
  })
})

describe('the second factor of staff', () => {
  it.each([
    ['a grid worker', 'qingshi-liuwan-1-grid', 'handler', '/desk/'],
    ['a village mediator', 'qingshi-liuwan-committee', 'lead', '/desk/'],
    ['a town handler', 'qingshi-office', 'handler', '/desk/enrol'],
    ['a town lead', 'qingshi-committee', 'lead', '/desk/enrol'],
    ['a county handler', 'shili-petition', 'handler', '/desk/enrol'],
    ['an admin of the county', 'shili-centre', 'admin', '/desk/enrol'],
    ['an admin of a village', 'qingshi-liuwan-committee', 'admin', '/desk/enrol'],
  ] as const)('after the password leads %s (%s, %s) to %s', async (_, unit, role, next) => {
    const { token, username } = await invited({ unit, role })
    expect(where(await setPassword(visitDesk(world), token))).toEqual([303, next])
    expect(where(await signIn(visitDesk(world), username))).toEqual([303, next])
  })

  it('is required before any other page', async () => {
    const { headers } = await signInAs(world, { ...town, enrolled: false })
    const person = visitDesk(world, headers.cookie)
    for (const path of ['/desk/', '/desk/account', '/desk/cases/', '/desk/account/codes'])
      expect(where(await person.get(path)), path).toEqual([303, '/desk/enrol'])
    expect((await person.get('/desk/enrol')).status).toBe(200)
    expect(where(await person.post('/desk/sign-out', {}))).toEqual([303, '/desk/sign-in'])
  })

  it('is bound with a code of the app; its secret is shown in groups of four with ten paper codes', async () => {
    const { token } = await invited(town)
    const person = visitDesk(world)
    await setPassword(person, token)
    const html = await (await person.get('/desk/enrol')).text()
    const { groups, secret, paper } = secretOn(html)
    expect(groups.map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4, 4, 4])
    expect(new Set(paper).size).toBe(10)
    expect(html).toContain(`otpauth://totp/`)
    // A reload shows the same secret.
    expect(secretOn(await (await person.get('/desk/enrol')).text()).secret).toBe(secret)
    const wrong = await person.post('/desk/enrol', { code: '000000' })
    expect(wrong.status).toBe(422)
    expect(secretOn(await wrong.text()).secret).toBe(secret)
    const code = await codeAt(secret, Date.now())
    expect(where(await person.post('/desk/enrol', { code }))).toEqual([303, '/desk/'])
    expect((await person.get('/desk/account')).status).toBe(200)
    // No longer shown.
    expect(where(await person.get('/desk/enrol'))).toEqual([303, '/desk/'])
  })

  it('is asked for after the password, and a code works once', async () => {
    const { username, secret } = await enrolled(town)
    const code = await codeAt(secret, Date.now())
    const [first, second] = [visitDesk(world), visitDesk(world)]
    for (const person of [first, second]) {
      expect(where(await signIn(person, username))).toEqual([303, '/desk/code'])
      expect(where(await person.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
      expect((await person.get('/desk/code')).status).toBe(200)
    }
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    expect(where(await first.post('/desk/code', { code: spaced }))).toEqual([303, '/desk/'])
    const again = await second.post('/desk/code', { code })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('已经用过')
    expect(where(await second.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
  })

  it('can be a paper code, which works once', async () => {
    const { username, paper } = await enrolled(town)
    const byPaper = async () => {
      const person = visitDesk(world)
      await signIn(person, username)
      return person.post('/desk/code', { code: (paper[0] ?? '').toUpperCase().replace('-', ' ') })
    }
    expect((await byPaper()).status).toBe(303)
    expect((await byPaper()).status).toBe(422)
    // Nine are left as keyed hashes: neither the database nor the master key reveals one.
    const row = await world.db
      .prepare(
        'SELECT backup_codes FROM staff_two_factor WHERE user_id = (SELECT id FROM staff_user WHERE username = ?)',
      )
      .bind(username)
      .first<{ backup_codes: string }>()
    const left = JSON.parse(row?.backup_codes ?? '[]') as string[]
    expect(left).toHaveLength(9)
    for (const hash of left) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is not asked for in a running session', async () => {
    const { person } = await enrolled(town)
    expect(where(await person.get('/desk/code'))).toEqual([303, '/desk/'])
    expect(where(await person.post('/desk/code', { code: '000000' }))).toEqual([303, '/desk/'])
    expect(where(await person.get('/desk/sign-in'))).toEqual([303, '/desk/'])
  })

  it('can be bound voluntarily with the password, or left for later', async () => {
    const { token } = await invited(village)
    const person = visitDesk(world)
    await setPassword(person, token)
    expect(where(await person.get('/desk/enrol'))).toEqual([303, '/desk/account'])
    expect((await person.post('/desk/account/enrol', { password: 'wrong' })).status).toBe(422)
    expect(where(await person.post('/desk/account/enrol', { password }))).toEqual([303, '/desk/enrol'])
    const { secret } = secretOn(await (await person.get('/desk/enrol')).text())
    expect((await person.get('/desk/account')).status).toBe(200)
    const code = await codeAt(secret, Date.now())
    expect(where(await person.post('/desk/enrol', { code }))).toEqual([303, '/desk/'])
    expect(await (await person.get('/desk/account')).text()).toContain('已绑定')
  })

  it('gets ten new paper codes, which replace the old ones', async () => {
    const { username, paper, person } = await enrolled(town)
    expect(where(await person.get('/desk/account/codes'))).toEqual([303, '/desk/account'])
    const made = await person.post('/desk/account/codes/new', { password })
    expect(where(made)).toEqual([303, '/desk/account/codes'])
    const fresh = secretOn(await (await person.get('/desk/account/codes')).text()).paper
    expect(fresh).toHaveLength(10)
    expect(fresh).not.toEqual(paper)
    const use = async (code = '') => {
      const other = visitDesk(world)
      await signIn(other, username)
      return (await other.post('/desk/code', { code })).status
    }
    expect(await use(paper[1])).toBe(422)
    expect(await use(fresh[1])).toBe(303)
    later(10 * minute)
    expect(where(await person.get('/desk/account/codes'))).toEqual([303, '/desk/account'])
  })
})

describe('guessing the second factor', () => {
  it('ends the sign-in after five wrong codes and locks the account for 15 minutes after ten', async () => {
    const { username, secret } = await enrolled(town)
    const guess = async () => {
      const person = visitDesk(world)
      await signIn(person, username)
      const answers: string[] = []
      for (let tries = 0; tries < 6; tries += 1) {
        const html = await (await person.post('/desk/code', { code: '000000' })).text()
        answers.push(html.includes('试错的次数太多') ? 'closed' : 'wrong')
      }
      return answers
    }
    expect(await guess()).toEqual([...Array(5).fill('wrong'), 'closed'])
    expect(await guess()).toEqual([...Array(5).fill('wrong'), 'closed'])
    expect((await signInWithCode(username, secret)).done.status).toBe(422)
    later(15 * minute)
    expect((await signInWithCode(username, secret)).done.status).toBe(303)
  })
})

describe('a session of staff', () => {
  it('ends after two idle hours', async () => {
    const { headers } = await signInAs(world, village)
    const person = visitDesk(world, headers.cookie)
    later(2 * hour - 1)
    expect((await person.get('/desk/account')).status).toBe(200)
    later(2 * hour - 1)
    expect((await person.get('/desk/account')).status).toBe(200)
    later(2 * hour)
    expect(where(await person.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
  })

  it('ends after twelve hours, even in use', async () => {
    const { headers } = await signInAs(world, village)
    const person = visitDesk(world, headers.cookie)
    for (let hours = 1; hours < 12; hours += 1) {
      later(hour)
      expect((await person.get('/desk/account')).status).toBe(200)
    }
    later(hour)
    expect(where(await person.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
  })

  it('ends on the server at sign-out: a copied cookie opens nothing', async () => {
    const { token } = await invited(village)
    const person = visitDesk(world)
    await setPassword(person, token)
    const copied = person.cookies()
    expect(where(await person.post('/desk/sign-out', {}))).toEqual([303, '/desk/sign-in'])
    expect(where(await visitDesk(world, copied).get('/desk/account'))).toEqual([303, '/desk/sign-in'])
  })

  it('is listed with its device, and one or all others can be ended', async () => {
    const { token, username } = await invited(village)
    const phone = 'Mozilla/5.0 (Linux; Android 12; Mobile) Chrome/87 MicroMessenger/8.0'
    const [desk, mobile, third] = [visitDesk(world), visitDesk(world, '', phone), visitDesk(world)]
    await setPassword(desk, token)
    for (const other of [mobile, third]) await signIn(other, username)
    const html = await (await desk.get('/desk/account')).text()
    expect(html).toContain('安卓手机，微信')
    const [, session = ''] = /安卓手机，微信[\s\S]*?name="session" value="([^"]+)"/.exec(html) ?? []
    // An unattended machine cannot end sessions elsewhere without the password.
    for (const action of ['end', 'end-others'])
      for (const sessionPassword of ['', 'wrong wrong wrong']) {
        const answer = await desk.post(`/desk/account/sessions/${action}`, { session, sessionPassword })
        expect([answer.status, (await answer.text()).includes('href="#sessionPassword"')]).toEqual([
          422,
          true,
        ])
      }
    expect((await mobile.get('/desk/account')).status).toBe(200)
    const ended = await desk.post('/desk/account/sessions/end', { session, sessionPassword: password })
    expect(where(ended)).toEqual([303, '/desk/account'])
    expect(where(await mobile.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
    // A session of another person cannot be ended.
    const stranger = await signInAs(world, village)
    const theirs = { session: `session-${stranger.id}`, sessionPassword: password }
    await desk.post('/desk/account/sessions/end', theirs)
    expect((await visitDesk(world, stranger.headers.cookie).get('/desk/account')).status).toBe(200)
    await desk.post('/desk/account/sessions/end-others', { sessionPassword: password })
    expect(where(await third.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
    expect((await desk.get('/desk/account')).status).toBe(200)
  })

  it('ends when another session sets a new password, which needs the old one', async () => {
    const { token, username } = await invited(village)
    const [person, other] = [visitDesk(world), visitDesk(world)]
    await setPassword(person, token)
    await signIn(other, username)
    const fields = { newPassword: `${password}二`, again: `${password}二` }
    const wrong = await person.post('/desk/account/password', { currentPassword: 'wrong', ...fields })
    expect(await wrong.text()).toContain('现在的密码不对')
    const done = await person.post('/desk/account/password', { currentPassword: password, ...fields })
    expect(done.status).toBe(303)
    expect((await person.get('/desk/account')).status).toBe(200)
    expect(where(await other.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
    expect((await signIn(visitDesk(world), username)).status).toBe(422)
    expect((await signIn(visitDesk(world), username, `${password}二`)).status).toBe(303)
  })

  it('of any age lists the others, because the desk asks for the password instead of a fresh session', async () => {
    const { headers } = await signInAs(world, village)
    await world.db
      .prepare('UPDATE staff_session SET expires_at = ?')
      .bind(world.time.now + 90 * hour)
      .run()
    later(72 * hour)
    const auth = await createStaffAuth(world.deskPorts, true)
    expect(await auth.sessions(new Headers(headers))).toHaveLength(1)
  })

  it('of a member whose unit is no longer in the county’s file opens nothing', async () => {
    const { headers } = await signInAs(world, { ...village, unit: 'qingshi-gone' })
    expect(where(await visitDesk(world, headers.cookie).get('/desk/account'))).toEqual([303, '/desk/sign-in'])
  })
})

it('failed sign-ins log nothing that a person typed', async () => {
  const { username, token } = await invited(village)
  await setPassword(visitDesk(world), token)
  await signIn(visitDesk(world), username, 'wrong wrong wrong')
  await visitDesk(world).get(`/desk/invite/${'0'.repeat(48)}`)
  expect(world.logged).toEqual([])
})

it('a database fault at the desk gives a page in its layout, and its log contains no link', async () => {
  world.counted.before.call = () => {
    throw new Error('down')
  }
  const answer = await visitDesk(world).get('/desk/invite/0123456789')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('调解工作台')
  expect(JSON.stringify(world.logged)).not.toContain('0123456789')
})

it('scrypt stores its cost with the hash and verifies its own hashes', async () => {
  const scrypt = scryptPassword((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const hash = await scrypt.hash(password)
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/)
  expect(await scrypt.verify(hash, password)).toBe(true)
  // Pasted with a blank or a line break.
  for (const text of [`${password} `, `\n${password}\t`, `${password}\u3000`])
    expect(await scrypt.verify(hash, text)).toBe(true)
  expect(await scrypt.verify(hash, `${password}x`)).toBe(false)
  expect(await scrypt.verify('other', password)).toBe(false)
})
