import { normaliseWidth } from './normalise.ts'
import { phoneNumbers } from './phone-numbers.ts'
import { surnames } from './surnames.ts'

/** What in a text that everybody may read leads to a person, a case or a day. Only what has a form is found: names are compared. */

/** A number with this many digits is dialled; a shorter one is mostly a sum of money. */
const dialled = 7
const numeral = '[\\d〇零一二三四五六七八九十百]'
const count = `${numeral}+`

/** Where a number ends that is a day: 24 日, 24，and 24 下午; not 12 盏 and 3 月一定. */
const dayEnds = '(?=\\s*[日号至到]|[^\\S\\n]*(?:$|\\n|(?![.%])\\p{P}|上午|下午|中午|早|晚|夜|那天|当天))'
/** 月初三个村 and 年初十几户 count something. */
const counts = '(?!\\s*[个户条栋座盏处项位名批次台辆件岁年周百千万多余几])'
/** 月初一定, 月初一次: no first day of a month. */
const oneWord = '(?!一[定并律直切般共步样些旦体带同])'
const firstTen = `初${oneWord}[一二三四五六七八九十]${counts}`
const month = `(?:${count}|[正冬腊闰本上当这])\\s*月\\s*`
const days = [
  `${month}(?:${count}${dayEnds}|${firstTen}|廿${count})`,
  '\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}',
  `(?:大年|过年)${firstTen}|廿[一二三四五六七八九十]`,
  // 初一 to 初三 are school years too.
  `(?<![年当最月读上念])初(?:[一二三]${dayEnds}|[四五六七八九十]${counts})`,
]

/** 一栋 and 一单元 are any one of them; 一号楼 is the first. */
const anyOne = `(?!(?<!${numeral})一\\s*(?:幢|栋|单元|室))`
const address = `${anyOne}${count}\\s*(?:号楼|号院|号门|幢|栋|单元|室|号(?!文|令|线|公告))`

const addressed =
  '(?:某某?|先生|女士|小姐|大爷|大妈|大叔|阿姨|师傅|老师|书记|主任|经理|医生|所长|镇长|乡长|村长|会计|老板)'
/** Surnames that end a word, with what stands before them in it: 现任主任, 校方老师, 每周医生. */
const endings = {
  任: '现前历首新原上下连担兼主责继离卸',
  方: '校院业对双各我厂官警村镇地甲乙',
  于: '关由对至属位处在等',
  周: '每本上下这一两',
  余: '其业',
  程: '工全课流',
  何: '任如为',
  谢: '感谢多答',
  高: '最提',
  白: '明',
  严: '从',
} as const
const endsWord = Object.entries(endings).map(([last, before]) => `(?<=[${before}])${last}`)
const person = `(?!${endsWord.join('|')})[${surnames}]${addressed}`

/** Each with the form by which it is found, in the order in which they are asked. */
const forms = {
  identity: /\d{17}[\dXx]|\d{15}(?!\d)/u,
  caseNumber: /(?<!\d)20\d{2}-\d{6,7}(?!\d)/u,
  plate:
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][\s·.-]?[A-HJ-NP-Z\d]{5,6}/iu,
  link: /https?:|www\.|[\w.]@|@[\w.]|微信号|QQ/iu,
  day: new RegExp(days.join('|'), 'u'),
  address: new RegExp(address, 'u'),
  person: new RegExp(person, 'u'),
} as const satisfies Record<string, RegExp>

/** What a text tells. */
export type Told = 'phone' | keyof typeof forms

/**
 * What a text tells of somebody; null if nothing with a known form does.
 * @param typed bounded by the caller
 */
export const toldIn = (typed: string): Told | null => {
  const text = normaliseWidth(typed)
  const found = (Object.keys(forms) as (keyof typeof forms)[]).find((what) => forms[what].test(text))
  if (found) return found
  return phoneNumbers(text).some((number) => number.length >= dialled) ? 'phone' : null
}
