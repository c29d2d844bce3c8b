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
 * The session of whoever follows a case. It has no row in the database: its cookie is bound to the code and the code's
 * epoch, which each read looks up again. app.ts makes it and hands it to every feature behind it.
 */
export const trackingSession = (ports: SessionPorts) => {
  const cookie = sealedCookie<Session>(ports, 'track-cookie', sessionIdle)

  /** The session's case, or the way back to the form. */
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
     * The session's case for a page about it, in one round trip; the session goes on.
     * @returns the way to the form where there is no session, or to a code of one's own where staff have seen this one
     */
    async open(c: Context): Promise<FollowedCase | Response> {
      const found = await follow(c)
      if (found instanceof Response) return found
      if (found.followed.holder.staffSaw) return seeOther(c, actions.trackNewCode)
      // Written anew at each read: thirty minutes of silence end it, or two hours in all.
      await cookie.write(c, found.bound)
      return found.followed
    },
  }
}

export type TrackingSession = ReturnType<typeof trackingSession>
