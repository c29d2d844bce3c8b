import { Hono } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { checklistItem } from './filled-form.ts'
import { ChecklistPage, ChecklistRefusedPage, checklistField } from './page.tsx'

/** /desk/checklist: choosing a line leads to the register form, with values filled in from it. */
export const checklistRoutes = (): Hono =>
  new Hono()
    .get(deskPages.checklist.path, (c) =>
      deskPage(c, { title: deskPages.checklist.name, current: 'register', main: <ChecklistPage /> }),
    )
    .post(deskPages.checklist.path, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const item = checklistItem(fieldValue(form.value, checklistField))
      if (item) return seeOther(c, `${deskPages.register.path}?${checklistField}=${item.id}`)
      return deskPage(
        c,
        { title: `错误：${deskPages.checklist.name}`, current: 'register', main: <ChecklistRefusedPage /> },
        422,
      )
    })
