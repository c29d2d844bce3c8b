import { Hono } from 'hono'
import { deskPaths } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { Handbook } from './page.tsx'

/** /desk/handbook */
export const handbookRoutes = (): Hono =>
  new Hono().get(deskPaths.handbook, (c) =>
    deskPage(c, { title: '手册', current: 'handbook', main: <Handbook data={deskData} /> }),
  )
