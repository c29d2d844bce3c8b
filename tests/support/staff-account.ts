import { codeAt } from '../../functions/console/totp.ts'
import { createStaffAuth } from '../../functions/staff/auth/auth.ts'
import { type DeskWorld, visitDesk, type Who } from './staff.ts'

/** Accounts that are set up through the pages: a link, a password, an authenticator. */

export const password = '檐水归沟 六尺相让 各退三尺'

export type Visit = ReturnType<typeof visitDesk>

/** An account with its unused link. */
export const invited = async (world: DeskWorld, { unit, role, name = '张三' }: Who) => {
  const username = `zhang.${crypto.randomUUID().slice(0, 8)}`
  const auth = await createStaffAuth(world.deskPorts, true)
  const made = await auth.createAccount({ username, name, unit, role }, 'console')
  if (!made) throw new Error('the username is taken')
  return { ...made, username, name }
}

export const setPassword = (person: Visit, token: string, text = password): Promise<Response> =>
  person.post('/desk/invite', { token, newPassword: text, again: text })

export const signIn = (person: Visit, username: string, text = password): Promise<Response> =>
  person.post('/desk/sign-in', { username, password: text })

/** An account with a password, and the browser that set it. */
export const entered = async (world: DeskWorld, who: Who) => {
  const account = await invited(world, who)
  const person = visitDesk(world)
  const answer = await setPassword(person, account.token)
  if (answer.status !== 303) throw new Error(`invite: ${answer.status}`)
  return { ...account, person }
}

/** The same with an authenticator: its secret and the ten paper codes. */
export const enrolled = async (world: DeskWorld, who: Who) => {
  const account = await entered(world, who)
  const html = await (await account.person.get('/desk/enrol')).text()
  const secret = /secret=([A-Z2-7]{32})/.exec(html)?.[1] ?? ''
  const paper = [...html.matchAll(/<li>([a-z0-9]{5}-[a-z0-9]{5})<\/li>/g)].map(([, code = '']) => code)
  const bound = await account.person.post('/desk/enrol', { code: await codeAt(secret, Date.now()) })
  if (bound.status !== 303) throw new Error(`enrol: ${bound.status}`)
  return { ...account, secret, paper }
}

/** Status and redirect target of an answer. */
export const where = (answer: Response) => [answer.status, answer.headers.get('location')]

/** Log rows about a member, oldest first. */
export const logOf = async (world: DeskWorld, subject: string) =>
  (
    await world.db
      .prepare(
        'SELECT kind, actor, unit, place, case_id, mark, data FROM desk_log WHERE subject = ? ORDER BY id',
      )
      .bind(subject)
      .all<{
        kind: string
        actor: string
        unit: string
        place: string
        case_id: string | null
        mark: string | null
        data: string
      }>()
  ).results

export const kindsOf = async (world: DeskWorld, subject: string): Promise<string[]> =>
  (await logOf(world, subject)).map(({ kind, data }) => {
    const { how } = JSON.parse(data) as { how?: string }
    return how ? `${kind} ${how}` : kind
  })
