import type { Context } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { type StaffMessage, staffMessages } from '#domain/staff/messages.ts'
import { addressPrefix } from '#http/address.ts'
import { errorTitle, formState, type PostedForm } from '#http/form.ts'
import { isSecure } from '#http/scheme.ts'
import { clearSealedCookies } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import { createStaffAuth, type StaffAuth } from './auth/auth.ts'
import type { SignedIn } from './auth/sign-in.ts'
import type { StaffPorts } from './ports.ts'

/** Shared by the pages of staff: the sign-in for a request, cookies, the state of a form. */

const nextPath = {
  code: deskPages.code.path,
  enrol: deskPages.enrol.path,
  desk: deskPages.today.path,
} as const

/** Path of the page after a sign-in step: the person's account if others gave access to it since the last sign-in. */
export const nextOf = ({ next, told }: Pick<SignedIn, 'next' | 'told'>): string =>
  next === 'desk' && told ? deskPages.account.path : nextPath[next]

/** Gives the sign-in that fits a request. */
export interface StaffAuths {
  /** The sign-in for the scheme of the request. */
  forRequest: (c: Context) => Promise<StaffAuth>
  /** The network prefix of the client, for locks by address. */
  addressOf: (c: Context) => string
}

/** Creates the sign-in once for https and once for plain http on loopback, because its cookies differ. */
export const makeStaffAuths = (ports: StaffPorts): StaffAuths => {
  const created = new Map<boolean, Promise<StaffAuth>>()
  return {
    forRequest(c) {
      const secure = isSecure(c)
      const auth = created.get(secure) ?? createStaffAuth(ports, secure)
      created.set(secure, auth)
      return auth
    },
    addressOf: (c) => addressPrefix(ports.clientAddress(c.req.raw)),
  }
}

/** True if the request has a valid session. */
export const isSignedIn = async (auths: StaffAuths, c: Context): Promise<boolean> =>
  (await (await auths.forRequest(c)).current(c.req.raw.headers)) !== null

/** 303 with the library's cookies. The user of the browser changes, so all sealed cookies are cleared. */
export const enter = (c: Context, path: string, cookies: string[]): Response => {
  clearSealedCookies(c)
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  return seeOther(c, path)
}

export interface FieldFault {
  field: string
  message: StaffMessage
}

/** The state and the error summary of a form, for its page. */
export const formProps = (form: PostedForm, faults: FieldFault[]) => {
  const errors = faults.map(({ field, message }) => ({ field, text: staffMessages[message] }))
  return { state: formState(form, errors), errors }
}

export const blank: PostedForm = new Map()

/** The page title; that of a refused form begins with 错误 (rules.md R42). */
export const titled = (name: string, faults: FieldFault[]): string => errorTitle(name, faults.length > 0)
