import type { AuthPorts } from '../ports.ts'
import { configureBetterAuth } from './better-auth.ts'
import { makeLinks } from './links.ts'
import { makeSecondFactor } from './second-factor.ts'
import { makeSessions } from './sessions.ts'
import { makeSignIn } from './sign-in.ts'

/** The sign-in of staff: all uses of the library by our pages and the console, in one object. */
export const createStaffAuth = async (ports: AuthPorts, secure: boolean) => {
  const auth = configureBetterAuth(ports, await ports.keys.secretText('staff-session'), secure)
  const signIn = makeSignIn(ports, auth)
  return {
    ...signIn,
    ...makeSecondFactor(ports, auth),
    ...makeSessions(ports, auth),
    ...makeLinks(ports, auth, signIn),
  }
}

export type StaffAuth = Awaited<ReturnType<typeof createStaffAuth>>
