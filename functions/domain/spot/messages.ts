import { lengths, spotDaysBack } from '#domain/basics/bounds.ts'
import type { Fault } from '#domain/filing/filing.ts'
import { staffMessageFor } from '#domain/filing/messages.ts'
import type { AgreedWay } from '#domain/history/spot.ts'
import type { SpotFaultCode } from './readers.ts'
import type { SpotFault } from './record.ts'
import type { NotHere } from './refused-words.ts'

/** Texts of the form of a record on the spot, for staff. */

/** What is never recorded on the spot, as the question names it. */
export const askedWords: Record<'none' | NotHere, string> = {
  none: '都没有',
  danger: '有人受了伤、害怕，或者家里有人动手、寻短见',
  child: '有孩子受了伤、受了欺负',
  staff: '说的是网格员、村（社区）干部、乡镇或者县里的人',
}

/** What to do instead. */
export const insteadWords: Record<NotHere, string> = {
  danger: '有人受伤、害怕的事，不能当场登记：先顾人，再用“登记一件”，会马上交给县里的人单独联系。',
  child: '孩子受了伤、受了欺负的事，不能当场登记：先顾孩子，再用“登记一件”，会马上交给县里的人。',
  staff: '说的是经手这类事的人，不能当场登记：用“登记一件”，由上面一级来办。',
}

/** The ways to agree. */
export const agreedWords: Record<AgreedWay, { name: string; note: string }> = {
  oral: { name: '口头说好的', note: '双方拿自己的查询码看过，才算调成。' },
  signed: { name: '写成了协议书，双方都签了字', note: '按了手印、盖了章，也算。' },
  unsigned: { name: '写成了协议书，还没有签完', note: '签完、核实以前，不算调成。' },
}

const common: Partial<Record<SpotFaultCode, string>> = {
  type: '没有这一天，或者看不懂。写成 2026-12-3 或者 12 月 3 日都行。',
  future: '这个日子还没有到。',
  tooOld: `只能补录 ${spotDaysBack} 天以内的。再早的，用“登记一件”。`,
  written:
    '劳动、医疗的调解，法律要求写成协议书，双方签字（劳动争议调解仲裁法第十四条、医疗纠纷预防和处理条例第三十九条）。',
  elsewhere: '这个地方不归您的单位。请选本单位范围里的地方；别处的事，用“登记一件”。',
  repeated: '这一项收到两个不同的答案，请重新选一个。',
}

const own: Partial<Record<`${SpotFault['field']} ${SpotFaultCode}`, string>> = {
  'asked required': '请先想一想：下面这些，有没有一样。',
  'name required': '请写申请人的姓名。',
  'otherName required': '请写对方的姓名。',
  'subject required': '请用一句话写是什么事。',
  'subject tooLong': `一句话说清，最多 ${lengths.subject} 个字。`,
  'narrative required': '请写一两句：为了什么、怎么说和的。',
  'spotResult required': '请写双方说好了什么。',
  'spotResult tooLong': `写得太长了，最多 ${lengths.spotResult} 个字，请删短一些。`,
  'agreed required': '请选一下：口头说好的，还是写了协议书。',
  'effectiveOn required': '请写哪天说好的。',
}

/** True if a fault is that the matter is none for this page. */
export const isNotHere = (code: SpotFaultCode): code is NotHere => Object.hasOwn(insteadWords, code)

/** Where a text reads like what is never recorded on the spot. */
const foundIn: Partial<Record<SpotFault['field'], string>> = {
  subject: '“事由”',
  narrative: '“发生了什么”',
  spotResult: '“说好了什么”',
}

/** The error text of a fault. */
export const spotMessage = ({ field, code, term }: SpotFault): string => {
  if (term) return `“${[...term.sentence].slice(0, 30).join('')}”：${term.reason}（${term.article}）`
  if (isNotHere(code)) {
    const where = foundIn[field]
    return where ? `${where}里的话，像是${askedWords[code]}。${insteadWords[code]}` : insteadWords[code]
  }
  const asName = { otherName: 'name', otherPhone: 'phone' } as const
  const known = field === 'otherName' || field === 'otherPhone' ? asName[field] : field
  return own[`${field} ${code}`] ?? common[code] ?? staffMessageFor({ field: known, code } as Fault)
}
