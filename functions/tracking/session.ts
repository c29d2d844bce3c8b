import type { Context } from 'hono'
import { sessionIdle } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { notices, pages } from '#domain/routes/site.ts'
import { asksForJson } from '#http/asks-json.ts'
import { sealedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { Also, FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { followSession, type Session } from './open-case.ts'
import { refuseLost } from './refuse-lost.ts'

/** Why there is no case to show: no session. */
export type SessionFault = 'ended'

type SessionPorts = Pick<
  Ports<Pick<FollowingStore, 'follow' | 'append' | 'endSessions'>>,
  'store' | 'keys' | 'clock'
>

/**
 * The session of a person who follows a case. It has no row in the database: its cookie contains the code's fingerprint
 * and epoch, which each read checks again. app.ts creates it and passes it to the features that need it.
 */
export const trackingSession = (ports: SessionPorts) => {
  const cookie = sealedCookie<Session>(ports, 'track-cookie', sessionIdle)

  /** The case of the session with what its cookie holds. */
  const follow = async (
    c: Context,
    also?: Also,
  ): Promise<Result<{ followed: FollowedCase; bound: Session }, 'ended'>> => {
    const bound = await cookie.read(c)
    const followed = bound && (await followSession(ports, bound, also))
    if (bound && followed) return ok({ followed, bound })
    // Only a cookie that was sent is deleted: a post from another site comes without it and must not sign out.
    if (bound) cookie.clear(c)
    return fail('ended')
  }

  return {
    ...cookie,
    follow,

    /**
     * Loads the case of the session for a page, in one round trip, and extends the session.
     * @param also what the page shows beside the newest messages
     * @returns the case, or `ended` if there is no session
     */
    async open(c: Context, also?: Also): Promise<Result<FollowedCase, SessionFault>> {
      const found = await follow(c, also)
      if (!found.ok) return found
      const { followed, bound } = found.value
      // Rewritten at each read: it expires after thirty minutes without a request, or two hours in total.
      await cookie.write(c, bound)
      return ok(followed)
    },

    /**
     * Ends the session on every device that has it, so that a copied cookie opens nothing. If the database fails, it
     * still ends in this browser.
     */
    async end(c: Context): Promise<void> {
      const bound = await cookie.read(c)
      if (bound) await ports.store.endSessions(bound.codeHash, bound.epoch).catch(() => undefined)
      cookie.clear(c)
    },

    /** The redirect to the form for the code. */
    leave: (c: Context): Response => seeOther(c, pages.track.path),

    /** The same for somebody who has just posted something, which says that it was not taken; a script is told. */
    lost: (c: Context): Response =>
      asksForJson(c) ? refuseLost(c, 403, 'ended') : seeOther(c, `${pages.track.path}#${notices.lost}`),
  }
}

export type TrackingSession = ReturnType<typeof trackingSession>
