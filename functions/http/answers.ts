import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { renderPage, type ShellPage } from './shell.ts'

/** A page for a person. Never stored: it may hold what he wrote. */
export const page = async (
  c: Context,
  content: ShellPage,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  c.header('cache-control', 'no-store')
  return c.html(await renderPage(content), status)
}

/** After a POST that changed something: 303, so that the back button asks nothing. */
export const seeOther = (c: Context, path: string): Response => {
  c.header('cache-control', 'no-store')
  return c.redirect(path, 303)
}
