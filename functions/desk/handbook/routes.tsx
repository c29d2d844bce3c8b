import { Hono } from 'hono'
import { cutText } from '#domain/basics/text-cut.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { Handbook } from './page.tsx'

/** Characters of a question to the handbook; a longer one is cut. */
const longestQuestion = 40

/** /desk/handbook: the handbook of the desk; `?q=` shows the chapters in which every typed word stands. */
export const handbookRoutes = (): Hono =>
  new Hono().get(deskPages.handbook.path, (c) =>
    deskPage(c, {
      title: deskPages.handbook.name,
      current: 'handbook',
      main: <Handbook data={deskData} typed={cutText(queryValue(c, 'q'), longestQuestion).trim()} />,
    }),
  )
