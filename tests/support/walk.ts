import type { Browser } from './forms.ts'

/** Walks through pages as somebody does who opens every link. */

/** How many addresses of one path are asked, with different queries: days and pages have no end. */
const mostQueries = 4
/** On pages of one case the query only says where they were opened from. */
const ofCase = /\/\d{4}-\d{6,7}(\/|$)/

/** The text of an answer, and of a file that is none. */
export const textOf = async (answer: Response): Promise<string> =>
  new TextDecoder().decode(await answer.arrayBuffer())

/** Addresses that a page leads to or shows. */
export const linksIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"#]*)/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))

/**
 * Asks some addresses and everything that links on their pages lead to.
 * @param folder what the path of an address begins with; others are not followed
 * @param pages the text of each address that was asked, refusals included; what is in it is not asked again
 */
export const walk = async (
  by: Pick<Browser, 'get'>,
  starts: string[],
  folder: string,
  pages: Map<string, string>,
): Promise<void> => {
  const queue = [...starts]
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const [path = ''] = address.split('?')
    const asked = [...pages.keys()].filter((one) => one.split('?')[0] === path)
    if (asked.includes(address) || asked.length >= (ofCase.test(path) ? 1 : mostQueries)) continue
    const answer = await by.get(address)
    if (answer.status >= 500) throw new Error(`${address}: ${answer.status}`)
    const text = await textOf(answer)
    pages.set(address, text)
    const led = [answer.headers.get('location') ?? '', ...linksIn(text)]
    queue.push(...led.filter((to) => to.startsWith(folder)))
  }
}
