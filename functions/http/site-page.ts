import type { Context } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type MainNavigation, mainNavigation } from '#domain/routes/site.ts'
import { shell } from '#generated/shell.ts'
import { cutShell, escapeText } from './shell.ts'

/** The content of a page for the slots of its shell. */
export interface ShellPage {
  title: string
  current: MainNavigation | null
  /** Rendered JSX, which escapes everything a person wrote. */
  main: HtmlEscapedString | Promise<HtmlEscapedString>
}

const fill = cutShell(shell, [
  'slot:title',
  ...mainNavigation.map((entry) => ` data-current="slot:${entry}"`),
  '<!--slot:main-->',
])

/** Answers with a page in the public shell. `no-store`, because it may contain what a person wrote. */
export const page = async (
  c: Context,
  { title, current, main }: ShellPage,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  c.header('cache-control', 'no-store')
  const marks = mainNavigation.map((entry) => (entry === current ? ' aria-current="page"' : ''))
  return c.html(fill([escapeText(title), ...marks, String(await main)]), status)
}
