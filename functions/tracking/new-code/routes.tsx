import { type Context, Hono } from 'hono'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { useOwnCode } from '../answer-case.ts'
import { ownCodeCookie } from '../own-code.ts'
import type { TrackingSession } from '../session.ts'
import { NewCodePage, OwnCodePage } from './page.tsx'

/** Taking a code that no member of staff has seen: /track/new-code, /track/code. */
export const newCodeRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono => {
  // The new code, shown until it is noted, as the slip of a filing is.
  const ownCode = ownCodeCookie(ports)
  const toCase = (c: Context) => seeOther(c, actions.trackCase)

  return new Hono()
    .get(actions.trackNewCode, async (c) => {
      if (!(await session.read(c))) return seeOther(c, pages.track.path)
      return page(c, { title: '换一个查询码', current: 'track', main: <NewCodePage /> })
    })
    .post(actions.trackNewCode, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const found = await session.follow(c)
      if (!found.ok) return session.leave(c, found.error)
      if (!found.value.followed.holder.staffSaw) return toCase(c)
      const { bound } = found.value
      // The code is only shown here; it becomes valid when the holder confirms that they have noted it. A repeated
      // request shows the same code, because they may already have written it down.
      if (!(await ownCode.read(c, bound.codeHash)))
        await ownCode.write(c, bound.codeHash, { code: makeTrackingCode(ports.random) })
      return seeOther(c, actions.trackCode)
    })
    .get(actions.trackCode, async (c) => {
      const bound = await session.read(c)
      const shown = bound && (await ownCode.read(c, bound.codeHash))
      if (!shown) return toCase(c)
      return page(c, { title: '新的查询码', current: 'track', main: <OwnCodePage code={shown.code} /> })
    })
    .post(actions.trackCode, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const found = await session.follow(c)
      if (!found.ok) return session.leave(c, found.error)
      const shown = await ownCode.read(c, found.value.bound.codeHash)
      const fresh = shown && (await useOwnCode(ports, found.value.followed, shown.code))
      if (fresh) await session.write(c, { ...found.value.bound, ...fresh })
      ownCode.clear(c)
      return toCase(c)
    })
}
