import { type Context, Hono } from 'hono'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, notices, pages } from '#domain/routes/site.ts'
import { cameFrom } from '#http/came-from.ts'
import { fieldValue, posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { useOwnCode } from '../answer-case.ts'
import { ownCodeCookie, ownCodeField, ownCodeSlot } from '../own-code.ts'
import type { TrackingSession } from '../session.ts'
import { NewCodePage, OwnCodePage } from './page.tsx'

/** Taking a code that no member of staff has seen: /track/new-code, /track/code. */
export const newCodeRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono => {
  const toCase = (c: Context) => seeOther(c, actions.trackCase)
  /** 我已记下 without a session. Pressed twice, the first press has ended it with the old code: then the new one opens the case. */
  const pressedAgain = async (c: Context): Promise<Response> => {
    const bound = await session.read(c)
    const shown = bound && (await ownCodeCookie(ports, bound.codeHash).read(c))
    if (!shown) return session.lost(c)
    const codeHash = await ports.store.codeHash(shown.code)
    const { found } = await ports.store.follow(codeHash, ports.clock())
    // Nothing but the press has ended it: a sign-out since then would have raised the epoch once more.
    if (found?.holder.epoch !== bound.epoch + 1) return session.lost(c)
    await session.write(c, { ...bound, codeHash, epoch: found.holder.epoch })
    return toCase(c)
  }

  return new Hono()
    .get(actions.trackNewCode, async (c) => {
      if (!(await session.read(c))) {
        // Led here by the form, and yet without a session: the browser keeps no cookies.
        const isLed = cameFrom(c, [pages.track.path, actions.trackOpen])
        return seeOther(c, isLed ? `${pages.track.path}#${notices.again}` : pages.track.path)
      }
      return page(c, { title: '换一个查询码', current: 'track', main: <NewCodePage /> })
    })
    .post(actions.trackNewCode, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const found = await session.follow(c)
      if (!found.ok) return session.lost(c)
      if (!found.value.followed.holder.staffSaw) return toCase(c)
      const { bound } = found.value
      // The code is only shown here; it becomes valid when the holder confirms that they have noted it. A repeated
      // request shows the same code, because they may already have written it down.
      const ownCode = ownCodeCookie(ports, bound.codeHash)
      if (!(await ownCode.read(c))) await ownCode.write(c, makeTrackingCode(ports.random))
      return seeOther(c, actions.trackCode)
    })
    .get(actions.trackCode, async (c) => {
      const bound = await session.read(c)
      const shown = bound && (await ownCodeCookie(ports, bound.codeHash).read(c))
      if (!shown) return toCase(c)
      const main = <OwnCodePage code={shown.code} slot={ownCodeSlot(bound.codeHash)} />
      return page(c, { title: '新的查询码', current: 'track', main })
    })
    .post(actions.trackCode, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const found = await session.follow(c)
      if (!found.ok) return pressedAgain(c)
      const { bound, followed } = found.value
      const slot = fieldValue(form.value, ownCodeField)
      if (slot !== '' && slot !== ownCodeSlot(bound.codeHash))
        return seeOther(c, `${pages.track.path}#${notices.again}`)
      const ownCode = ownCodeCookie(ports, bound.codeHash)
      const shown = await ownCode.read(c)
      const fresh = shown && (await useOwnCode(ports, followed, shown.code))
      if (fresh) await session.write(c, { ...bound, ...fresh })
      ownCode.clear(c)
      return toCase(c)
    })
}
