import { lengths } from '#domain/basics/bounds.ts'
import { mostItems, mostParties } from './items.ts'
import type { TermFault } from './terms.ts'

/** Sentences about an agreement: for staff who draft it, and for the people who make it. */

const at = (id: number): string => `第 ${id} 条`

/** Why a clause cannot stay, with the article and the sentence that says it. */
export const termMessage = (id: number, { rule, sentence }: TermFault): string =>
  `${id > 0 ? at(id) : '怎么做'}里的“${[...sentence].slice(0, 30).join('')}”：${rule.reason}（${rule.article}）`

export const draftMessages = {
  tooMany: `一份协议最多写 ${mostParties} 位，请勾选由谁来签。`,
  oneSided: '协议要两边都有当事人来签。',
  noFacts: '请写清是什么事、争的是什么。',
  factsTooLong: `事实和争议写得太长了，最多 ${lengths.agreementFacts} 个字。`,
  noItems: '至少写一条：谁、给谁、做什么。',
  howTooLong: `怎么做写得太长了，最多 ${lengths.agreementHow} 个字。`,
  noMediator: '请选调解员。只有这个调解委员会的人能做调解员（人民调解法第十三条）。',
  noTerm: (id: number) => `${at(id)}：写清做什么。`,
  termTooLong: (id: number) => `${at(id)}：写得太长了，最多 ${lengths.term} 个字。`,
  noBy: (id: number) => `${at(id)}：请选谁来做。`,
  notMaker: (id: number) => `${at(id)}：选了没有勾来签的人，上面也要勾上。`,
  noTo: (id: number) => `${at(id)}：做的人和受的人，要是不同的人。`,
  amount: (id: number) => `${at(id)}：钱数看不懂，照 600 或者 1250.50 这样写。`,
  times: (id: number) => `${at(id)}：每月一次的，写共几次，最多 ${mostItems} 次；只做一次的，空着。`,
  noFirstDay: (id: number) => `${at(id)}：每月一次的，写第一次最迟哪天。`,
  tooManyItems: `一份协议最多写 ${mostItems} 条。每月一次的，一次算一条；再多的，写在“怎么做”里。`,
  past: (id: number) => `${at(id)}：这个日子已经过去了。`,
  day: (id: number) => `${at(id)}：没有这一天，或者看不懂。写成 2026-12-3 或者 12 月 3 日都行。`,
} as const

/** Somebody of the draft stood down or was erased. */
export const outdated = '草稿里有人已经不在这件事里了。请先重新写一版，双方看过，再来。'

/** 劳动、医疗: written only (劳动争议调解仲裁法 14, 医疗纠纷预防和处理条例 39). */
export const writtenOnly: Partial<Record<string, string>> = {
  labour: '劳动争议的协议要写成书面的（《劳动争议调解仲裁法》第十四条）。',
  medical: '医疗纠纷的协议要写成书面的（《医疗纠纷预防和处理条例》第三十九条）。',
}

/** What a court asks for beside the agreement (民事诉讼法司法解释 354, 人民调解协议司法确认程序的若干规定 3). */
export const courtPapers = [
  '司法确认申请书，双方签名',
  '调解协议书；口头的，带口头调解协议登记表',
  '调解委员会主持调解的证明',
  '双方的身份证',
  '和协议有关的财产权利的材料，比如房产证、借条',
  '双方能收到法院文书的地址、电话',
] as const
