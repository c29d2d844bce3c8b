import { Hono } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, readForm } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { checklistItem } from './filled-form.ts'
import { ChecklistPage, ChecklistRefusedPage, checklistField } from './page.tsx'

/** /desk/checklist: a line that is picked there leads to the register form, filled in from it. */
export const checklistRoutes = (): Hono =>
  new Hono()
    .get(deskPages.checklist.path, (c) =>
      deskPage(c, { title: deskPages.checklist.name, current: 'register', main: <ChecklistPage /> }),
    )
    .post(deskPages.checklist.path, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const item = checklistItem(fieldValue(posted.value, checklistField))
      if (item) return seeOther(c, `${deskPages.register.path}?${checklistField}=${item.id}`)
      return deskPage(
        c,
        { title: `错误：${deskPages.checklist.name}`, current: 'register', main: <ChecklistRefusedPage /> },
        422,
      )
    })
