import type { Context } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DeskPage } from '#domain/routes/desk.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { shell } from '#generated/desk-shell.ts'
import { DeskNavigation, WhoIsHere } from '#ui/desk-frame.tsx'
import { cutShell, escapeText } from './shell.ts'

const fill = cutShell(shell, ['slot:title', '<!--slot:nav-->', '<!--slot:who-->', '<!--slot:main-->'])

/** What a page of the desk puts into its frame. */
export interface DeskShellPage {
  title: string
  current: DeskPage | null
  /** Finished JSX; everything a person wrote is escaped by it. */
  main: HtmlEscapedString | Promise<HtmlEscapedString>
}

/** A page of the desk. Who is signed in decides the head; without anybody it offers no way. Never stored. */
export const deskPage = async (
  c: Context,
  { title, current, main }: DeskShellPage,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const member = c.get('staff') as StaffMember | undefined
  // Somebody who binds his second factor has nowhere else to go yet.
  const nav = member && current !== 'enrol' ? <DeskNavigation role={member.role} current={current} /> : ''
  const who = member ? <WhoIsHere member={member} /> : ''
  c.header('cache-control', 'no-store')
  return c.html(fill([escapeText(title), String(await nav), String(await who), String(await main)]), status)
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Who is signed in; set by the guard of the desk for every path but the ways in. */
    staff: StaffMember
  }
}
