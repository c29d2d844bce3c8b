import { Hono } from 'hono'
import { deskPaths } from '#domain/routes/desk.ts'
import { seeOther } from '#http/answers.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, readForm } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { checklistItem } from './filled-form.ts'
import { ChecklistPage, ChecklistRefusedPage, checklistField } from './page.tsx'

/** /desk/checklist: a line that is picked there leads to the register form, filled in from it. */
export const checklistRoutes = (): Hono =>
  new Hono()
    .get(deskPaths.checklist, (c) =>
      deskPage(c, { title: '排查清单', current: 'register', main: <ChecklistPage /> }),
    )
    .post(deskPaths.checklist, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const item = checklistItem(fieldValue(posted.value, checklistField))
      if (item) return seeOther(c, `${deskPaths.register}?${checklistField}=${item.id}`)
      return deskPage(
        c,
        { title: '错误：排查清单', current: 'register', main: <ChecklistRefusedPage /> },
        422,
      )
    })
