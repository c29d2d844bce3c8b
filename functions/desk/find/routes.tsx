import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { readForm, typedText } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { findCases, readSearch } from './find-cases.ts'
import { FindPage, findField } from './page.tsx'

const stateOf = (typed: string) => ({ value: () => typed, error: () => undefined })

/** /desk/find */
export const findRoutes = (ports: DeskCasePorts): Hono =>
  new Hono()
    .get(deskPages.find.path, (c) =>
      deskPage(c, {
        title: deskPages.find.name,
        current: 'find',
        main: <FindPage state={stateOf('')} today={dayOf(ports.clock())} />,
      }),
    )
    .post(deskPages.find.path, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const typed = typedText(posted.value, findField)
      const member = memberOf(c)
      const found = await findCases(ports, member, typed)
      // Written down before it is shown: whom somebody looked for, or a number that is not theirs to see.
      const { number, text } = readSearch(typed)
      if (number !== null && found.length === 0) await ports.looks.refused(member, number)
      if (number === null && text !== '') await ports.looks.searched(member, text)
      const main = <FindPage state={stateOf(typed)} today={dayOf(ports.clock())} found={found} />
      return deskPage(c, { title: deskPages.find.name, current: 'find', main })
    })
