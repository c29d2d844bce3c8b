import { Hono } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { Handbook } from './page.tsx'

/** /desk/handbook: the handbook of the desk. */
export const handbookRoutes = (): Hono =>
  new Hono().get(deskPages.handbook.path, (c) =>
    deskPage(c, { title: deskPages.handbook.name, current: 'handbook', main: <Handbook data={deskData} /> }),
  )
