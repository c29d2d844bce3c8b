import type { Context } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DeskPage } from '#domain/routes/desk.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { shell } from '#generated/desk-shell.ts'
import { DeskNavigation, SignedInMember } from '#ui/desk-navigation.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { cutShell, escapeText } from './shell.ts'

const fill = cutShell(shell, [
  'slot:title',
  '<body>',
  '<!--slot:nav-->',
  '<!--slot:who-->',
  '<!--slot:main-->',
])

/** The content of a page of the desk for the slots of its shell. */
export interface DeskShellPage {
  title: string
  current: DeskPage | null
  /** Rendered JSX, which escapes everything a person wrote. */
  main: HtmlEscapedString | Promise<HtmlEscapedString>
  /** A document that is printed without head and foot of the desk. */
  paper?: true
}

/** Answers with a page of the desk. Its head shows who is signed in, and no navigation otherwise. `no-store`. */
export const deskPage = async (
  c: Context,
  { title, current, main, paper }: DeskShellPage,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const member = c.get('staff') as StaffMember | undefined
  // A person who must first bind a second factor cannot open other pages yet.
  const nav = member && current !== 'enrol' ? <DeskNavigation role={member.role} current={current} /> : ''
  const who = member ? <SignedInMember member={member} /> : ''
  c.header('cache-control', 'no-store')
  return c.html(
    fill([
      escapeText(title),
      paper ? '<body class="own-paper">' : '<body>',
      String(await nav),
      String(await who),
      `${await main}${FormScript({})}`,
    ]),
    status,
  )
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The person who is signed in; set by the guard of the desk for every path except the sign-in pages. */
    staff: StaffMember
  }
}
