/** How many cases a copy of a ledger has. A CSV without what is sealed has no bound. */

/** A longer ledger is printed by stretches of filing days, as a paper one has a book for each. */
export const mostPrinted = 500

/** Of a workbook: more, and a spreadsheet opens slowly on the machines of an office. */
export const mostInWorkbook = 5000

/** Of a file with what people wrote and who they are. */
export const mostUnsealed = 2000
