import type { AuthPorts } from '../ports.ts'
import { configure } from './library.ts'
import { makeLinks } from './links.ts'
import { makeSecondFactor } from './second-factor.ts'
import { makeSessions } from './sessions.ts'
import { makeSignIn } from './sign-in.ts'

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
