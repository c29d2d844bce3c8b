/** The other side of a case in tests, and the code on a page; for any runtime. */

/** The person of the other side, and the words that the complainant approves for them. */
export const otherSide = { name: '陈建国', phone: '13900001111' }
export const wordsForThem = '您家屋后的檐水，流到邻居院里，想请您来商量怎么引开。'

/** The digits of the code on a page, which shows them in groups. */
export const codeOn = (page: string): string =>
  [...page.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
