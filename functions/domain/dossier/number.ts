import type { DossierData } from '#domain/content/dossier.ts'

/** 文号: the number of a document, by the rule of content/dossier.yaml. */

/** Where a unit writes the number of its own register. */
const byHand = '　　　　'

/**
 * @param word the letters of the kind of document
 * @param nth which of the documents of this kind in the case, from 1
 * @returns for example 青府受告〔2026〕483071 号; the second of its kind 青府延告〔2026〕483071-2 号
 */
export const documentNumber = (
  { number }: Pick<DossierData, 'number'>,
  { unit, word, caseNumber, nth }: { unit: string; word: string; caseNumber: string; nth: number },
): string => {
  const [year = '', digits = ''] = caseNumber.split('-')
  const serial = number.serial === 'hand' ? byHand : `${digits}${nth > 1 ? `-${nth}` : ''}`
  const parts: Record<string, string> = { unit: number.units[unit] ?? '', word, year, serial }
  return number.form.replace(/\{(unit|word|year|serial)\}/g, (_, name: string) => parts[name] ?? '')
}
