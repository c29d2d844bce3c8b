import { chineseNumber } from '#domain/basics/chinese-number.ts'

/** Finds periods of time in Chinese running text, to compare them with the law. */

const units: Record<string, string> = {
  个工作日: '工作日',
  工作日: '工作日',
  个月: '月',
  个小时: '小时',
  小时: '小时',
  天: '日',
  日: '日',
  年: '年',
  周岁: '岁',
}

/** Not a period: a date (5 月 3 日, 2026 年), an ordinal (第三天), an idiom (一天, 一年到头). */
const noPeriod = (before: string, number: number, unit: string, after: string): boolean =>
  /[第月\d]\s*$/.test(before) ||
  (unit === '年' && number > 200) ||
  (number === 1 && unit === '日') ||
  (number === 1 && unit === '月' && !/^(?:内|以内|之内|起|前)/.test(after)) ||
  /^(?:到头|期|级|来|生|前的?那|里头)/.test(after) ||
  (unit === '日' && /^[常用子]/.test(after))

/** Every period in a text, as `30日`, `3年`, `7工作日`, with the words used. */
export const durationsIn = (text: string): { period: string; words: string }[] =>
  [
    ...text.matchAll(
      /([\d零〇一二两三四五六七八九十百千]+)\s*(个工作日|工作日|个月|个小时|小时|天|日|年|周岁)/g,
    ),
  ].flatMap(({ 0: words, 1: count = '', 2: unit = '', index }) => {
    const number = chineseNumber(count)
    const named = units[unit] ?? unit
    if (Number.isNaN(number)) return []
    const before = text.slice(Math.max(0, index - 3), index)
    const after = text.slice(index + words.length, index + words.length + 4)
    return noPeriod(before, number, named, after) ? [] : [{ period: `${number}${named}`, words }]
  })
