import { Hono } from 'hono'
import { actions, notices, pages } from '#domain/routes/site.ts'
import { cameFrom } from '#http/came-from.ts'
import { fieldValue, posted } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { formKey, sendTokenIn } from '../send-token.ts'
import { slipCookie, slipField, slipNamed } from '../slip-cookie.ts'
import { DonePage, doneTitle, notedField } from './page.tsx'

/** The page where a noted code is used; it says that it was noted. */
const notedPath = `${pages.track.path}#${notices.noted}`

/** The page with the slip and its confirmation: /file/done, /file/noted. */
export const doneRoutes = (ports: Ports<FilingStore>): Hono => {
  const slips = slipCookie(ports)

  return new Hono()
    .get(actions.fileNoted, (c) => seeOther(c, pages.file.path))
    .get(actions.fileDone, async (c) => {
      const name = slipNamed(queryValue(c, 'slip'))
      const cookie = await slips.read(c, name)
      // A copied cookie shows nothing after the code was noted; if the database fails, the code is still shown.
      const kept = cookie && (await ports.store.keepsAnswer(cookie.key).catch(() => true))
      if (!cookie || !kept) {
        slips.clear(c, name)
        // Back or a reload, after the slip was shown: the person need not file again.
        return cameFrom(c, [actions.fileCheck, actions.fileSend, actions.fileDone])
          ? seeOther(c, `${pages.track.path}#${notices.putAway}`)
          : seeOther(c, pages.file.path)
      }
      const main = <DonePage slip={cookie.answer} name={name} givesFiles={cookie.givesFiles === true} />
      return page(c, { title: doneTitle, current: 'file', main })
    })
    .post(actions.fileNoted, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const name = slipNamed(fieldValue(form.value, slipField))
      const cookie = await slips.read(c, name)
      // A slip confirms only its own code, whichever case this browser filed since.
      const noted = fieldValue(form.value, notedField)
      if (cookie && noted !== '' && noted !== cookie.answer.caseNumber) return seeOther(c, actions.fileDone)
      // A browser without cookies has the token on its page instead.
      const token = sendTokenIn(form.value)
      const key = cookie?.key ?? (token && formKey(token))
      if (!key) return seeOther(c, pages.track.path)
      await ports.store.forgetAnswer(key)
      slips.clear(c, name)
      return seeOther(c, notedPath)
    })
}
