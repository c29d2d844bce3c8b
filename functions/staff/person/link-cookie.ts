import type { Context } from 'hono'
import { staffPath } from '#domain/routes/desk.ts'
import { shownLife } from '#domain/staff/bounds.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import type { StaffPorts } from '../ports.ts'

/** Cookie that lets the admin see, for some minutes, the link they have just made. */
export const linkCookie = (ports: Pick<StaffPorts, 'keys' | 'clock'>) =>
  ownedCookie<{ linkOf: string; token: string }>(ports, 'link-cookie', shownLife)

/** Redirects to the person's page, which shows the new link. */
export const showLink = async (
  ports: Pick<StaffPorts, 'keys' | 'clock'>,
  c: Context,
  id: string,
  token: string,
): Promise<Response> => {
  await linkCookie(ports).write(c, c.get('staff').id, { linkOf: id, token })
  return seeOther(c, staffPath(id))
}
