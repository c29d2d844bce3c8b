import { Hono } from 'hono'
import { actions, pages } from '#domain/routes/site.ts'
import { fieldValue, posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { slipCookie } from '../slip-cookie.ts'
import { DonePage, notedField } from './page.tsx'

/** The page with the slip and its confirmation: /file/done, /file/noted. */
export const doneRoutes = (ports: Ports<FilingStore>): Hono => {
  const done = slipCookie(ports)

  return new Hono()
    .get(actions.fileNoted, (c) => seeOther(c, pages.file.path))
    .get(actions.fileDone, async (c) => {
      const cookie = await done.read(c)
      // A copied cookie shows nothing after the code was noted; if the database fails, the code is still shown.
      const kept = cookie && (await ports.store.keepsAnswer(cookie.key).catch(() => true))
      if (!cookie || !kept) {
        done.clear(c)
        return seeOther(c, pages.file.path)
      }
      const main = <DonePage slip={cookie.answer} />
      return page(c, { title: '已收到，请记下查询码', current: 'file', main })
    })
    .post(actions.fileNoted, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const cookie = await done.read(c)
      // Two tabs share one cookie, so a slip confirms only its own code.
      const noted = fieldValue(form.value, notedField)
      if (cookie && noted !== '' && noted !== cookie.answer.caseNumber) return seeOther(c, actions.fileDone)
      if (cookie) await ports.store.forgetAnswer(cookie.key)
      done.clear(c)
      return seeOther(c, pages.track.path)
    })
}
