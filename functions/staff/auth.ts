import { configure } from './auth-library.ts'
import { makeLinks } from './auth-links.ts'
import { makeSecondFactor } from './auth-second-factor.ts'
import { makeSessions } from './auth-sessions.ts'
import { makeSignIn } from './auth-sign-in.ts'
import type { AuthPorts } from './ports.ts'

/** The sign-in of staff: everything our pages and the console ask of the library, in one hand. */
export const createStaffAuth = async (ports: AuthPorts, secure: boolean) => {
  const auth = configure(ports, await ports.keys.secretText('staff-session'), secure)
  const signIn = makeSignIn(ports, auth)
  return {
    ...signIn,
    ...makeSecondFactor(ports, auth),
    ...makeSessions(ports, auth),
    ...makeLinks(ports, auth, signIn),
  }
}

export type StaffAuth = Awaited<ReturnType<typeof createStaffAuth>>
