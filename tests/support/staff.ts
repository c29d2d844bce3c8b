import { staffLongest } from '#domain/staff/bounds.ts'
import type { Role } from '#domain/staff/staff.ts'
import { createStaffStore } from '#store/staff/create.ts'
import { createDeskApp } from '../../functions/desk-app.ts'
import { makeWorld, origin, type World } from './world.ts'

/** Staff for worker tests: the desk's app over the test's D1, and members who are signed in without a form. */

/** Replaces scrypt, which would take a tenth of a second each time. */
const password = {
  hash: async (text: string) => `plain$${text}`,
  verify: async (hash: string, text: string) => hash === `plain$${text}`,
  decoy: 'none',
}

/** The public app's world with the desk: `desk` sends a request to the second Worker's app. */
export const makeDeskWorld = (startAt?: string) => {
  const world = makeWorld(startAt)
  const staff = createStaffStore(world.counted.db, world.ports.random)
  const deskPorts = { ...world.ports, staff, password }
  const deskApp = createDeskApp(deskPorts)
  const desk = async (path: string, init: RequestInit = {}): Promise<Response> =>
    deskApp.fetch(new Request(`${origin}${path}`, { redirect: 'manual', ...init }))
  return { ...world, deskPorts, deskApp, desk }
}

export type DeskWorld = ReturnType<typeof makeDeskWorld>

export interface Who {
  unit: string
  role: Role
  name?: string
  /** False: no second factor, although the unit or role requires one. */
  enrolled?: boolean
}

let count = 0

/** A signed cookie as the library writes it: the token and its HMAC, percent-encoded. */
const signedCookie = async (secret: string, token: string): Promise<string> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const bytes = new TextEncoder().encode(secret)
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token)))
  return encodeURIComponent(`${token}.${btoa(String.fromCharCode(...mac))}`)
}

/**
 * Stores a member of staff and an open session in the database.
 * @returns their id and username, and the headers of their requests
 */
export const signInAs = async (
  world: Pick<World, 'db' | 'ports' | 'time'>,
  { unit, role, name = '测试员', enrolled = true }: Who,
) => {
  count += 1
  const id = `staff-${count}-${crypto.randomUUID().slice(0, 8)}`
  const token = `token-${crypto.randomUUID()}`
  const { now } = world.time
  await world.db.batch([
    world.db
      .prepare(
        'INSERT INTO staff_user (id, name, email, email_verified, created_at, updated_at, username, two_factor_enabled, unit, role) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)',
      )
      .bind(id, name, `${id}@staff.invalid`, now, now, id, enrolled ? 1 : 0, unit, role),
    world.db
      .prepare(
        "INSERT INTO staff_session (id, expires_at, token, created_at, updated_at, user_agent, user_id) VALUES (?, ?, ?, ?, ?, 'test', ?)",
      )
      .bind(`session-${id}`, now + staffLongest, token, now, now, id),
  ])
  const value = await signedCookie(await world.ports.keys.secretText('staff-session'), token)
  const cookie = `__Host-staff.session_token=${value}`
  return { id, username: id, cookie, headers: { cookie } }
}

/** Cookies of answers, as a browser stores them. */
export const makeJar = () => {
  const kept = new Map<string, string>()
  return {
    take(answer: Response): Response {
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '' || /max-age=0/i.test(line)) kept.delete(name)
        else kept.set(name, value)
      }
      return answer
    },
    header: (): string => [...kept].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}

/** A person with their own browser: pages, forms, cookies. */
export const visitDesk = (world: DeskWorld, cookie = '', agent = 'test') => {
  const jar = makeJar()
  const cookies = () => [cookie, jar.header()].filter(Boolean).join('; ')
  const common = () => ({ cookie: cookies(), 'user-agent': agent })
  const postPairs = async (path: string, pairs: [string, string][], headers: Record<string, string> = {}) =>
    jar.take(
      await world.desk(path, {
        method: 'POST',
        body: new URLSearchParams(pairs).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          origin,
          ...common(),
          ...headers,
        },
      }),
    )
  return {
    get: async (path: string, headers: Record<string, string> = {}) =>
      jar.take(await world.desk(path, { headers: { ...common(), ...headers } })),
    /** Posts fields of which several may have one name. */
    postPairs,
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      postPairs(path, Object.entries(fields), headers),
    cookies,
  }
}
