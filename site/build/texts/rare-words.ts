import { readFileSync } from 'node:fs'

/** The 2,500 characters that primary school teaches: 义务教育语文课程标准 (2011), 课程常用字表, 字表一. */
const taught = new Set(readFileSync(new URL('primary-school.txt', import.meta.url), 'utf8'))

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const isChinese = (word: string): boolean => /\p{Script=Han}/u.test(word)

/** Words with a character that primary school does not teach, as often as they occur, and their share (0 to 1). */
export const rareWords = (text: string): { words: string[]; share: number } => {
  const all = [...segmenter.segment(text)].map(({ segment }) => segment).filter(isChinese)
  const words = all.filter((word) => [...word].some((letter) => isChinese(letter) && !taught.has(letter)))
  return { words, share: words.length / Math.max(all.length, 1) }
}
