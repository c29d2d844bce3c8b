import { normaliseWidth } from './normalise.ts'
import { phoneNumbers } from './phone-numbers.ts'

/** What in a text that everybody may read leads to a person, a case or a day. Only what has a form is found: names are compared. */

/** A number with this many digits is dialled; a shorter one is mostly a sum of money. */
const dialled = 7
const count = '[\\d〇零一二三四五六七八九十百]+'
/** The commonest surnames, for 王主任 and 李先生. */
const surname =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范石廖贾韦方白邹孟熊秦邱江尹薛闫段雷侯龙陶黎贺顾毛郝龚邵万钱严武戴莫孔汤]'
const addressed =
  '(?:某某?|先生|女士|小姐|大爷|大妈|大叔|阿姨|师傅|老师|书记|主任|经理|医生|所长|镇长|乡长|村长|会计|老板)'

/** Each with the form by which it is found, in the order in which they are asked. */
const forms = {
  identity: /\d{17}[\dXx]|\d{15}(?!\d)/u,
  caseNumber: /(?<!\d)20\d{2}-\d{6,7}(?!\d)/u,
  plate:
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][\s·.-]?[A-HJ-NP-Z\d]{5,6}/iu,
  link: /https?:|www\.|[\w.]@|@[\w.]|微信号|QQ/iu,
  day: new RegExp(
    `${count}\\s*月\\s*(?:${count}|初${count}|廿${count})|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|[初廿][一二三四五六七八九十]`,
    'u',
  ),
  address: new RegExp(`${count}\\s*(?:号楼|号院|号门|幢|栋|单元|室|号(?!文|令|线|公告))`, 'u'),
  person: new RegExp(`${surname}${addressed}`, 'u'),
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

/** Shortest name that is looked for: one character is part of any text. */
const shortest = 2

/**
 * True if one of these names or addresses stands in the text, spaces and width aside.
 * @param given what people gave of themselves and of others, bounded by the caller
 */
export const namesOneOf = (text: string, given: readonly string[]): boolean => {
  const bare = (one: string) => normaliseWidth(one).replace(/\s+/gu, '')
  const whole = bare(text)
  return given.map(bare).some((one) => [...one].length >= shortest && whole.includes(one))
}
