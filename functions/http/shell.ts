import type { HtmlEscapedString } from 'hono/utils/html'
import { type MainNavigation, mainNavigation } from '../domain/routes.ts'
import { shell } from '../generated/shell.ts'

/**
 * The page frame that the site build wrote, cut once at its slots when the module loads, so that a missing slot
 * stops the Worker before it serves a broken page (DESIGN 2).
 */

const cut = (text: string, slot: string): [string, string] => {
  const parts = text.split(slot)
  if (parts.length !== 2) throw new Error(`shell: slot "${slot}" stands ${parts.length - 1} times, not once`)
  return parts as [string, string]
}

const [beforeTitle, afterTitle] = cut(shell, 'slot:title')
const [beforeMain, afterMain] = cut(afterTitle, '<!--slot:main-->')

const currentSlot = (page: MainNavigation) => ` data-current="slot:${page}"`

// One text a navigation entry, made once: a page only joins strings.
const navigationFor = (current: MainNavigation | null): string =>
  mainNavigation.reduce((text, page) => {
    const [before, after] = cut(text, currentSlot(page))
    return `${before}${page === current ? ' aria-current="page"' : ''}${after}`
  }, beforeMain)

const noNavigation = navigationFor(null)
const navigation = new Map(mainNavigation.map((page) => [page, navigationFor(page)]))

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] as string)

export interface ShellPage {
  title: string
  current: MainNavigation | null
  /** Finished JSX; everything a person wrote is escaped by it. */
  main: HtmlEscapedString | Promise<HtmlEscapedString>
}

/** A whole page: the frame with its slots filled. */
export const renderPage = async ({ title, current, main }: ShellPage): Promise<string> => {
  const head = current === null ? noNavigation : (navigation.get(current) as string)
  return `${beforeTitle}${escapeText(title)}${head}${String(await main)}${afterMain}`
}
