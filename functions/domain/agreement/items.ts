import type { ItemFacts } from '#domain/history/agreed.ts'

/** The parts of a mediation agreement (人民调解协议, 人民调解法 28–30), as data. */

/** One thing that people of the case promise each other; once agreed, it is what they perform. */
export interface Item extends ItemFacts {
  what: string
  /** Money in hundredths of a yuan. */
  amountFen?: number | undefined
}

/** The text of an agreement (人民调解法 29): the same for everybody, whoever reads it. */
export interface AgreementText {
  /** Who makes it, by their number and the name they gave. It stays when a person is erased (人民调解法 27). */
  parties: { party: number; name: string }[]
  /** 纠纷的主要事实、争议事项以及各方当事人的责任. */
  facts: string
  items: Item[]
  /** How the items are performed (履行方式); empty if the items say it. */
  how: string
  /** Names of the mediators, members of staff of the committee (人民调解法 13, 19). */
  mediators: string[]
}

/** The most items and people of an agreement, which fits on one sheet. */
export const mostItems = 6
export const mostParties = 8

/** 600 元, 1,250.50 元: an amount as people write it. */
export const yuan = (fen: number): string =>
  `${new Intl.NumberFormat('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 }).format(fen / 100)} 元`
