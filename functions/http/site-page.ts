import type { Context } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type MainNavigation, mainNavigation } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { shell } from '#generated/shell.ts'
import { neutralTitle, QuickExit } from '#ui/quick-exit.tsx'
import { cutShell, escapeText } from './shell.ts'

/** The content of a page for the slots of its shell. */
export interface ShellPage {
  title: string
  current: MainNavigation | null
  /** Rendered JSX, which escapes everything a person wrote. */
  main: HtmlEscapedString | Promise<HtmlEscapedString>
  /** About violence or bullying, or may be: a way to leave stands above it. `hidden`: a script shows it when needed. */
  exit?: boolean | 'hidden' | undefined
  /** How it is printed: a letter alone on the paper. */
  paper?: 'own-letter' | undefined
}

const fill = cutShell(shell, [
  'slot:title',
  ' data-paper="slot:paper"',
  '<!--slot:exit-->',
  ...mainNavigation.map((entry) => ` data-current="slot:${entry}"`),
  '<!--slot:main-->',
])

/** Answers with a page in the public shell. `no-store`, because it may contain what a person wrote. */
export const page = async (
  c: Context,
  { title, current, main, exit = false, paper }: ShellPage,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  c.header('cache-control', 'no-store')
  const marks = mainNavigation.map((entry) => (entry === current ? ' aria-current="page"' : ''))
  const fullTitle = title === neutralTitle ? title : `${title} · ${county.site.name}`
  const bar = exit ? String(QuickExit({ served: true, hidden: exit === 'hidden' })) : ''
  return c.html(
    fill([escapeText(fullTitle), paper ? ` class="${paper}"` : '', bar, ...marks, String(await main)]),
    status,
  )
}
