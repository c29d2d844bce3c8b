import { needing } from './needing.ts'

/** True in the project box, which runs the suite of the Workers on Node; false in workerd. */
export const onNode = navigator.userAgent.startsWith('Node')

/** Tests of nothing but rows: node:sqlite does not count them, and 0 rows are within every bound. */
export const countingRows = needing(!onNode, 'rows as D1 counts them')
