import { mostItems } from './items.ts'

/** The labels of what staff type in the forms of an agreement: on the form, and where it is shown again. */

export const draftLabels = {
  facts: '是什么事、争的是什么、各有什么责任',
  what: '做什么',
  yuan: '付多少钱（元）',
  due: '最迟哪天',
  times: '每月一次的，共几次',
  how: '怎么做',
  agreedOn: '说定的那天',
  sealedOn: '调解员签名、盖调解委员会章的那天',
} as const

/** The name of a field of an item, by the number of its row. */
export const ofRow = (field: 'what' | 'by' | 'to' | 'yuan' | 'due' | 'times', row: number): string =>
  `${field}${row}`

/** The rows that a form can have. */
export const itemRows = Array.from({ length: mostItems }, (_, index) => index + 1)

/** The name of the field for the day on which a person signed; more people than that never join a case. */
export const signedOn = (party: number): string => `signed${party}`
const mostNumbers = 40

/** The labels by the names of the fields. */
export const agreementLabels: Record<string, string> = {
  ...Object.fromEntries(
    itemRows.flatMap((row) =>
      (['what', 'yuan', 'due', 'times'] as const).map((field) => [
        ofRow(field, row),
        `第 ${row} 条，${draftLabels[field]}`,
      ]),
    ),
  ),
  facts: draftLabels.facts,
  how: draftLabels.how,
  agreedOn: draftLabels.agreedOn,
  sealedOn: draftLabels.sealedOn,
  ...Object.fromEntries(Array.from({ length: mostNumbers }, (_, index) => [signedOn(index + 1), '哪天签的'])),
}
