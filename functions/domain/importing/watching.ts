import { importBounds } from './bounds.ts'
import { foldedHead } from './fields.ts'

/**
 * Columns that watch, grade or guard people. They are refused, and nothing of them is ever stored: what was brought
 * forward by letter or visit must bring nobody on a list (信访工作条例 18, 46).
 */

const words = [
  ...([
    '稳控',
    '维稳',
    '重点人',
    '重点人员',
    '重点对象',
    '重点信访',
    '重点群体',
    '包保',
    '五包一',
    '管控',
    '布控',
  ] as const),
  ...([
    '上访人',
    '上访户',
    '上访次数',
    '上访记录',
    '非访',
    '缠访',
    '闹访',
    '越级访',
    '进京',
    '赴京',
    '劝返',
  ] as const),
  ...([
    '盯防',
    '盯控',
    '监控',
    '吸附',
    '稳定措施',
    '稳定责任',
    '危险等级',
    '风险等级',
    '人员等级',
    '思想动态',
  ] as const),
  ...(['前科', '吸毒', '精神病', '活动轨迹', '黑名单'] as const),
] as const

/** The articles that the refusal names. */
export const watchingArticles = ['petition-regulation-18', 'petition-regulation-46'] as const

/** The word in the head of a column, or in a title, that says it watches people; undefined if none does. */
export const watchingWord = (head: string): string | undefined => {
  // All of it: a long head can have its word at the end.
  const folded = foldedHead(head, importBounds.cell)
  return words.find((word) => folded.includes(word))
}
