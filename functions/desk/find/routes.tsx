import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { refusals } from '#domain/filing/messages.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, formState, posted, typedText } from '#http/form.ts'
import { blankState } from '#ui/form/state.ts'
import { whoHas } from '../lists/who-has.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { findCases, searchedFor } from './find-cases.ts'
import { FindPage, findField } from './page.tsx'

/** /desk/find: searching for cases. */
export const findRoutes = (ports: DeskCasePorts): Hono =>
  new Hono()
    .get(deskPages.find.path, (c) =>
      deskPage(c, {
        title: deskPages.find.name,
        current: 'find',
        main: <FindPage state={blankState} now={ports.clock()} />,
      }),
    )
    .post(deskPages.find.path, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) => {
        const state = formState(typed, [{ field: findField, text: refusals[refusal].text }])
        const main = <FindPage state={state} now={ports.clock()} />
        return deskPage(c, { title: errorTitle(deskPages.find.name), current: 'find', main }, status)
      })
      if (!form.ok) return form.error
      const typed = typedText(form.value, findField)
      const member = memberOf(c)
      await refreshForScreen(ports)
      const found = await findCases(ports, member, typed)
      // Logged before results are shown: a search for a person, or for a number that this person may not see.
      const { refused, words } = searchedFor(typed, found, dayOf(ports.clock()))
      for (const number of refused) await ports.looks.refused(member, number)
      if (words !== null) await ports.looks.searched(member, words)
      const who = await whoHas(ports, found)
      const main = <FindPage state={formState(form.value)} now={ports.clock()} found={found} who={who} />
      return deskPage(c, { title: deskPages.find.name, current: 'find', main })
    })
