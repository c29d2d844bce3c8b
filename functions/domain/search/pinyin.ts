/** Questions typed as pinyin: 欠薪 for "qianxin". The build and the Worker share the folding. */

/** Words by their folded pinyin, and every folded syllable. */
export interface PinyinTable {
  words: Record<string, string[]>
  syllables: string[]
}

/** Longest word of the table, in letters: six syllables of six. */
const longest = 36

/** One spelling, whole or cut by the person who typed it: `shang er` is not `shan ger`.
 * @param parts syllables or words, lower case */
export const foldParts = (parts: string[]): string => parts.map(foldPinyin).join('')

/** One spelling for sounds that many accents do not tell apart: zh z, ch c, sh s, -ng -n. */
const foldPinyin = (letters: string): string =>
  letters.replaceAll(/([zcs])h/g, '$1').replaceAll(/ng(?![aeiouv])/g, 'n')

/**
 * The best way to read letters as words of the table with other syllables between them: the one with the most letters
 * in words. Nothing if a letter is left over, or no word has two syllables.
 */
const read = (letters: string, { words, syllables }: PinyinTable): string[] => {
  const known = new Set(syllables)
  // Per end: letters in words so far, and the words.
  const best: ({ heard: number; found: string[] } | undefined)[] = [{ heard: 0, found: [] }]
  for (let end = 1; end <= letters.length; end += 1)
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = best[start]
      if (!before) continue
      const part = letters.slice(start, end)
      const named = Object.hasOwn(words, part) ? (words[part] ?? []) : []
      if (named.length === 0 && !known.has(part)) continue
      const heard = before.heard + (named.length > 0 ? part.length ** 2 : 0)
      if (heard > (best[end]?.heard ?? -1)) best[end] = { heard, found: [...before.found, ...named] }
    }
  return best[letters.length]?.found ?? []
}

/**
 * Words that a text in letters means.
 * @param text normalised; lower case
 * @returns nothing if the text has Chinese characters, or is not pinyin
 */
export const wordsOfPinyin = (text: string, table: PinyinTable): string[] =>
  /\p{Script=Han}/u.test(text) ? [] : read(foldParts(text.split(/[^a-z]+/)), table)
