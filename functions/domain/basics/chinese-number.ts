const digits = '零一二三四五六七八九'

// Matches each character in one way only: with 零 allowed on both sides of a unit, rejecting sixty characters
// would take years of backtracking.
const written = /^(?:零?[一二三四五六七八九]?[千百十])*零?[一二三四五六七八九]?$/

/**
 * Reads a number in Chinese or Arabic digits: 一百二十 → 120, 六十 → 60, 两 → 2, 30 → 30; NaN for anything
 * else (一两, 三五).
 */
export const chineseNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零')
  if (!written.test(plain)) return Number.NaN
  let total = 0
  let digit = 0
  for (const sign of plain)
    if (digits.includes(sign)) digit = digits.indexOf(sign)
    else {
      total += (digit || 1) * ({ 十: 10, 百: 100, 千: 1000 }[sign] ?? 0)
      digit = 0
    }
  return total + digit
}
