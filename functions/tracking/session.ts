import type { Context } from 'hono'
import { sessionIdle } from '#domain/basics/bounds.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { sealedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { followSession, type Session } from './open-case.ts'

type SessionPorts = Pick<Ports<Pick<FollowingStore, 'follow'>>, 'store' | 'keys' | 'clock'>

/**
 * The session of a person who follows a case. It has no row in the database: its cookie contains the code's fingerprint
 * and epoch, which each read checks again. app.ts creates it and passes it to the features that need it.
 */
export const trackingSession = (ports: SessionPorts) => {
  const cookie = sealedCookie<Session>(ports, 'track-cookie', sessionIdle)

  /** The case of the session, or a redirect to the form. */
  const follow = async (c: Context): Promise<{ followed: FollowedCase; bound: Session } | Response> => {
    const bound = await cookie.read(c)
    const followed = bound && (await followSession(ports, bound))
    if (bound && followed) return { followed, bound }
    cookie.clear(c)
    return seeOther(c, pages.track.path)
  }

  return {
    ...cookie,
    follow,

    /**
     * Loads the case of the session for a page, in one round trip, and extends the session.
     * @returns the case, a redirect to the form if there is no session, or one to the page for a new code if staff have
     *   seen the code
     */
    async open(c: Context): Promise<FollowedCase | Response> {
      const found = await follow(c)
      if (found instanceof Response) return found
      if (found.followed.holder.staffSaw) return seeOther(c, actions.trackNewCode)
      // Rewritten at each read: it expires after thirty minutes without a request, or two hours in total.
      await cookie.write(c, found.bound)
      return found.followed
    },
  }
}

export type TrackingSession = ReturnType<typeof trackingSession>
