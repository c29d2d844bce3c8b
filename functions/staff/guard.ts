import type { Context, MiddlewareHandler } from 'hono'
import { deskActions, deskPages } from '#domain/routes/desk.ts'
import { needsSecondFactor, roles } from '#domain/staff/staff.ts'
import { showUnreadForm } from '#http/lost-form.tsx'
import { seeOther } from '#http/see-other.ts'
import type { Present } from './auth/sessions.ts'
import { enter, type StaffAuths } from './auth-for-request.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Session and second factor of the person who is signed in; for the pages of their own account. */
    present: Present
  }
}

const open: string[] = [deskPages.signIn.path, deskPages.code.path, deskPages.invite.path]
const isOpen = (path: string): boolean => open.includes(path) || path.startsWith(`${deskPages.invite.path}/`)

/** Paths open to a person who must bind a second factor and has not yet done so. */
const beforeEnrolment: string[] = [deskPages.enrol.path, deskActions.signOut]

/** Redirects to the page where this person must go first; shows any text that they posted. */
const leadTo = (c: Context, why: 'ended' | 'enrol', path: string): Promise<Response> =>
  showUnreadForm(c, why, () => seeOther(c, path))

/** Requires a signed-in, active member of staff for every path of the desk except the sign-in pages. */
export const guard = (auths: StaffAuths): MiddlewareHandler =>
  async function guard(c, next) {
    if (isOpen(c.req.path)) return next()
    const present = await (await auths.forRequest(c)).current(c.req.raw.headers)
    // Signing out of a session that has already ended still clears the cookies with shown content.
    if (!present)
      return c.req.path === deskActions.signOut
        ? enter(c, deskPages.signIn.path, [])
        : leadTo(c, 'ended', deskPages.signIn.path)
    const { member, enrolled } = present
    if (needsSecondFactor(member) && !enrolled && !beforeEnrolment.includes(c.req.path))
      return leadTo(c, 'enrol', deskPages.enrol.path)
    c.set('present', present)
    c.set('staff', member)
    // Roles that handle no cases start at the list of accounts.
    if (c.req.path === deskPages.today.path && !roles[member.role].handles)
      return seeOther(c, deskPages.staff.path)
    return next()
  }
