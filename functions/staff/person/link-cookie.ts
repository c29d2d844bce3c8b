import type { Context } from 'hono'
import { staffPath } from '#domain/routes/desk.ts'
import { shownLife } from '#domain/staff/bounds.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import type { StaffPorts } from '../ports.ts'

/** Lets the admin see the link he just made, for some minutes. */
export const linkCookie = (ports: Pick<StaffPorts, 'keys' | 'clock'>) =>
  ownedCookie<{ linkOf: string; token: string }>(ports, 'link-cookie', shownLife)

/** After a new link: the person's page, where it is shown. */
export const showLink = async (
  ports: Pick<StaffPorts, 'keys' | 'clock'>,
  c: Context,
  id: string,
  token: string,
): Promise<Response> => {
  await linkCookie(ports).write(c, c.get('staff').id, { linkOf: id, token })
  return seeOther(c, staffPath(id))
}
