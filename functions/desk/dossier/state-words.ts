import type { Piece } from '#domain/dossier/pieces.ts'

/** How a document stands, as the list and the index say it. */
export const stateWords: Record<Piece['state'], string> = {
  stands: '有',
  missing: '还没有',
  form: '打印出来手写',
  paper: '只有纸上的',
}

/** Of a document that can be written by hand as well. */
export const blankWords = '打印空白的，手写'
