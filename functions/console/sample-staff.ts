import { unit } from '#domain/places/areas.ts'
import { type Role, roles } from '#domain/staff/staff.ts'
import { createStaffAuth } from '../staff/auth/auth.ts'
import type { MaintenancePorts } from './maintenance-ports.ts'
import { codeAt } from './totp.ts'

/**
 * Sample accounts for trying out the desk, loaded only by `npm start`. The people are invented; each machine
 * generates its own passwords and secrets.
 */
const samples: { username: string; name: string; unit: string; role: Role; publishedName?: string }[] = [
  { username: 'grid', name: '示例网格员小周', unit: 'qingshi-liuwan-1-grid', role: 'handler' },
  {
    username: 'village',
    name: '示例调解员老吴',
    unit: 'qingshi-liuwan-committee',
    role: 'handler',
    publishedName: '老吴',
  },
  { username: 'town', name: '示例镇负责人', unit: 'qingshi-committee', role: 'lead' },
  { username: 'county', name: '示例县中心负责人', unit: 'shili-centre', role: 'lead' },
  { username: 'petition', name: '示例信访经办人', unit: 'shili-petition', role: 'handler' },
  { username: 'admin', name: '示例管理员', unit: 'shili-centre', role: 'admin' },
]

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const step = 30_000

const makePassword = ({ random }: MaintenancePorts): string =>
  Array.from(random(16), (byte) => letters[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** The `Cookie` header of the next request, from the `Set-Cookie` values of an answer. */
const cookieHeader = (cookies: string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })

/**
 * Creates the accounts through the sign-in itself; returns a line for each, to be printed in the terminal.
 */
export const loadSampleStaff = async (ports: MaintenancePorts): Promise<string[]> => {
  const auth = await createStaffAuth(ports, false)
  const lines: string[] = []
  for (const sample of samples) {
    const { username, role } = sample
    const account = await auth.createAccount(sample, 'console')
    if (!account)
      throw new Error(`sample ${username} already exists: delete the state folder, or start with SAMPLES=no`)
    const password = makePassword(ports)
    const entered = await auth.accept(account.token, password, new Headers())
    if (!entered.ok) throw new Error(`sample ${username}: ${entered.error}`)
    const headers = cookieHeader(entered.value.cookies)
    let secret = ''
    if (entered.value.next === 'enrol') {
      secret = (await auth.enrolment({ id: account.id, username }))?.groups.join('') ?? ''
      // Uses the code of the previous 30 seconds: the current code can be used once, by the person at the
      // machine.
      const bound = await auth.enrol(await codeAt(secret, ports.clock() - step), headers)
      if (!bound.ok) throw new Error(`sample ${username}: ${bound.error}`)
      await auth.signOut(account.id, cookieHeader(bound.value))
    } else await auth.signOut(account.id, headers)
    lines.push(
      `${username.padEnd(9)} ${password}  ${secret || '-'.padEnd(32)}  ${unit(sample.unit).name} ${roles[role].name}`,
    )
  }
  return lines
}
