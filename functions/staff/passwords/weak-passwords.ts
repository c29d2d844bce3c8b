import { normaliseWidth } from '#domain/basics/normalise.ts'
import { pathOf } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'
import { commonPasswords, commonStems } from './common-passwords.ts'

/** Refuses passwords that attackers try first (NIST SP 800-63B, 5.1.1.2; ASVS 6.2.4 and 6.2.11). */

/** FNV-1a over UTF-16 units, 32 bits. The list is stored as fingerprints, so that the code lists no passwords. */
export const fingerprint = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

let listed: Set<number> | undefined
const isListed = (text: string): boolean => {
  listed ??= new Set(
    Array.from({ length: commonPasswords.length / 6 }, (_, index) =>
      Number.parseInt(commonPasswords.slice(index * 6, index * 6 + 6), 36),
    ),
  )
  return listed.has(fingerprint(text) % 36 ** 6)
}

/** Rows and columns of a keyboard, and the alphabet; three consecutive characters, in either direction, are a run. */
const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm'],
]
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(''))].join(' ')

/** Counts the characters outside runs of three or more, along a row or of the same character. */
const outsideRuns = (text: string): number => {
  let outside = 0
  for (let at = 0; at < text.length; ) {
    let end = at + 3
    const run = (to: number) => {
      const piece = text.slice(at, to)
      return (
        piece.length === to - at && (walks.includes(piece) || piece === piece.charAt(0).repeat(piece.length))
      )
    }
    if (!run(end)) {
      outside += 1
      at += 1
      continue
    }
    while (run(end + 1)) end += 1
    at = end
  }
  return outside
}

const isPeriodic = (text: string): boolean => (text + text).indexOf(text, 1) <= text.length / 2
const fewest = 5
const leastOutside = 4

const leet: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
}
const plainLetters = (text: string): string => text.replace(/[@4310!$5]/g, (sign) => leet[sign] ?? sign)
const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '')
const stems = new RegExp(`^(?:${commonStems.join('|')})+$`)
const isStems = (text: string): boolean => {
  const letters = lettersOf(text)
  // A common word followed by digits and punctuation: these are not read as substitutes for letters.
  const front = lettersOf(plainLetters(text.replace(/[^\p{L}]+$/u, '')))
  return [letters, front].some((word) => word !== '' && word.length <= 64 && stems.test(word))
}

/** True for a common password, a run on the keyboard, digits only, or a repetition. */
export const isCommon = (password: string): boolean => {
  const text = normaliseWidth(password).toLowerCase()
  const bare = text.replace(/\s/g, '')
  return (
    isListed(text) ||
    isListed(bare) ||
    !/[^\d\p{P}\p{S}]/u.test(bare) ||
    new Set(bare).size < fewest ||
    isPeriodic(bare) ||
    outsideRuns(bare) < leastOutside ||
    isStems(bare)
  )
}

const shortestWord = 2
const shortestLatin = 4
const suffix = /(?:县|区|市|镇|乡|街道|村|社区)$/
const parts = (name: string): string[] => [name, name.replace(suffix, '')]
const longEnough = (word: string): boolean =>
  word.length >= (/^[\da-z]+$/.test(word) ? shortestLatin : shortestWord)

/** Names of this county, its areas and units, and the words of their ids: attackers know them too. */
const countyWords = [
  ...[county.site.name, 'liuchixiang'].flatMap(parts),
  ...parts(county.site.county),
  ...county.areas.flatMap(({ name, id }) => [...parts(name), ...id.split('-')]),
  ...county.units.flatMap(({ name, id, area }) => [
    name,
    ...id.split('-'),
    ...pathOf(area).map((place) => name.replace(place.name, '')),
  ]),
]
const leastOwn = 6

/**
 * True if the password consists almost only of words of this person or this county.
 * @param own username and name
 */
export const isOwnWords = (password: string, own: string[]): boolean => {
  const text = normaliseWidth(password).toLowerCase()
  const words = [...countyWords, ...own.flatMap((word) => [word, ...word.split(/[._\s-]+/)])]
    .map((word) => word.toLowerCase())
    .filter(longEnough)
    .sort((a, b) => b.length - a.length)
  const remainder = words.reduce((rest, word) => rest.replaceAll(word, ' '), text)
  return remainder !== text && [...remainder.replace(/[^\p{L}]/gu, '')].length < leastOwn
}
