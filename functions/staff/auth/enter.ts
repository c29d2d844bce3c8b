import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Opens a session for a person whose name and password we have checked ourselves (sign-in.ts): the library's own
 * sign-in does less work for some names than for others, which reveals whether a name exists. The path is the one its
 * second-factor plugin intercepts; no route of the library is mounted, so it cannot be requested over HTTP.
 */
export const enterPlugin = () =>
  ({
    id: 'staff-enter',
    endpoints: {
      enter: createAuthEndpoint(
        '/sign-in/username',
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
          if (!user) throw new APIError('UNAUTHORIZED', { code: 'STAFF_GONE', message: 'gone' })
          const session = await ctx.context.internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ entered: true })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
