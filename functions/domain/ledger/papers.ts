/** How many cases a copy of a ledger has. */

/** A longer ledger is printed by stretches of filing days, as a paper one has a book for each. */
export const mostPrinted = 500

/** Of a workbook: more, and a spreadsheet opens slowly on the machines of an office. */
export const mostInWorkbook = 5000

/** Of a file with what people wrote and who they are. */
export const mostUnsealed = 2000

/**
 * Cases that are looked at for a copy: so many in a stretch, so many stretches. A stretch takes up to three statements (which
 * cases, their histories, new names), and a request has a thousand of D1, of which the refresh before it and the sign-in take
 * about two hundred.
 */
export const paperStretch = { cases: 500, most: 250 }

/** Cases that are looked at for one CSV. */
export const mostInCsv = paperStretch.cases * paperStretch.most

/** What is below the last line of a CSV that ends before its ledger does. */
export const cutWords = `没有存完：一份最多查看 ${mostInCsv} 件，后面还有。接着存，请在登录了工作台的浏览器里打开右边的地址。`
