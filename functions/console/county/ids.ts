import { pinyin } from 'pinyin-pro'

/** Ids of a county's areas and units: pinyin, so that a person can read them. Once given, an id is never changed. */

/** What is left out of an id at the end of a name: the word for the level. */
const endings = /(?:街道办事处|街道|自治县|县|区|市|旗|镇|乡|苏木|村民委员会|村|社区|居委会|嘎查)$/u

const numerals = '零一二三四五六七八九十'

/** 第十二网格 is 12, 3号网格 is 3; undefined for a grid without a number. */
const gridNumber = (name: string): string | undefined => {
  const [, text = ''] = /第?([零一二三四五六七八九十]{1,3}|\d{1,3})(?:号)?(?:网格|组)?$/u.exec(name) ?? []
  if (/^\d+$/.test(text)) return String(Number(text))
  if (text === '') return undefined
  const [tens = '', ones] = text.includes('十') ? text.split('十') : ['零', text]
  const value = (digits: string | undefined, none: number) => (digits ? numerals.indexOf(digits) : none)
  const total = text.includes('十') ? value(tens, 1) * 10 + value(ones, 0) : value(ones, 0)
  return total > 0 ? String(total) : undefined
}

/** 青石镇 is `qingshi`; what has no letters is an empty text. */
const spelled = (name: string): string => {
  const bare = name.replace(endings, '')
  return pinyin(bare === '' ? name : bare, { toneType: 'none', type: 'array', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
}

/**
 * The last part of an area's id, below its parent's.
 * @param parentName name of the area above, which names of grids often begin with
 */
export const areaPart = (level: string, name: string, parentName: string): string => {
  const own = name.startsWith(parentName) ? name.slice(parentName.length) : name
  return (level === 'grid' ? gridNumber(own) : undefined) || spelled(own) || level
}

/** Gives ids that nobody has yet; of equal ones the second gets `-2`. */
export const idGiver = (taken: Iterable<string>) => {
  const given = new Set(taken)
  return (wanted: string): string => {
    let id = wanted
    for (let count = 2; given.has(id); count += 1) id = `${wanted}-${count}`
    given.add(id)
    return id
  }
}
