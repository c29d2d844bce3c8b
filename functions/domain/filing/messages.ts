import { lengths } from '#domain/basics/bounds.ts'
import { type ContactField, contactFields, contactRow, contactTable } from './contact.ts'
import type { FieldRow } from './field-row.ts'
import { type FilingField, fieldRow, fieldTable, filingFields } from './fields.ts'
import type { Fault } from './filing.ts'
import type { FaultCode } from './schema.ts'
import type { CodeFault } from './tracking-code.ts'

/** Error texts for residents. Each says what to do, in the words of the form. */

const contactLabels = Object.fromEntries(
  contactFields.map((field) => [`contact.${field}`, contactTable[field].label]),
) as Record<`contact.${ContactField}`, string>

/** Names of the fields on the check page and in the error summary. */
export const labels = {
  ...(Object.fromEntries(filingFields.map((field) => [field, fieldTable[field].label])) as Record<
    FilingField,
    string
  >),
  ...contactLabels,
}

/** Error texts for fields without a specific text. */
const common: Partial<Record<FaultCode, string>> & { type: string } = {
  required: '这一项请填一下。',
  unknown: '请在列出的里面选一个。',
  type: '这一项的格式不对，请重新填。',
  tooLong: '写得太长了，请删短一些。',
  phone: '里面没有能拨的号码。手机是 11 位数字，座机请带上区号；旁边可以写是谁的。',
  nameOrPhone: '请留个称呼或者电话，至少一样；都不想留，请勾上“我不想留姓名和电话”。',
  named: '您选了不留姓名，又填了姓名或电话。请把它们清空，或者去掉“我不想留姓名和电话”的勾。',
  complaint: '信访投诉要写姓名、电话和住址，才能书面答复您。不想留名，请把“想办哪一类”改成“纠纷线索”。',
  repeated: '这一项收到两个不同的答案，请重新选一个。',
}

const tooLong = (max: number, label = '') =>
  `${label ? `${label}：` : ''}写得太长了，最多 ${max} 个字，请删短一些。`

/** The specific error text of a field, if it has one. */
const own = ({ field, code }: Fault): string | undefined => {
  const name = filingFields.find((one) => one === field)
  const inside = contactFields.find((one) => `contact.${one}` === field)
  const { faults, max, label }: Pick<FieldRow, 'faults' | 'max'> & { label?: string } = name
    ? fieldRow(name)
    : inside
      ? contactRow(inside)
      : {}
  return faults?.[code] ?? (code === 'tooLong' && max !== undefined ? tooLong(max, label) : undefined)
}

/** The error text of a fault. */
export const messageFor = (fault: Fault): string => own(fault) ?? common[fault.code] ?? common.type

/** What the form of staff says instead, where a text speaks to the resident. */
const staffTexts: Partial<Record<`${string} ${FaultCode}`, string>> = {
  'danger required': '请先问清：眼下有没有危险。',
  'contact required': '请问一问：怎么联系才安全。',
  'consent required': '请念给本人听，问过再打勾。走访发现、没有留姓名电话的，不用勾。',
  'consent consent': '请念给本人听，问过再打勾。走访发现、没有留姓名电话的，不用勾。',
  'narrative required': '请照原话写一写发生了什么，一两句话也可以。',
  'request required': '请写一写希望怎么解决，一句话也可以。',
  'name nameOrPhone': '请写称呼或者电话，至少一样；不想留，请勾上“不想留姓名和电话”。',
  'anonymous named': '勾了“不想留姓名和电话”，又填了姓名或电话。请把它们清空，或者去掉勾。',
  'track required': '请选一个渠道。拿不准，就选“咨询求助”。',
}

/** The error text of a fault, for the staff who register a case for somebody. */
export const staffMessageFor = (fault: Fault): string =>
  staffTexts[`${fault.field} ${fault.code}`] ?? messageFor(fault)

/** Error texts for a refused tracking code. */
export const codeMessages: Record<CodeFault | 'unknown' | 'caseNumber' | 'wrongCaseNumber', string> = {
  empty: '请填查询码：纸条上的 16 位数字。',
  numberGiven: '这是案件编号，不是查询码。查询码是纸条上的 16 位数字，四个一组。',
  digits: '查询码是 16 位数字，请数一数，少了或者多了。',
  checkDigit: '有一位数字对不上，请照着纸条再核对一遍。',
  unknown: '没有找到这个查询码。请核对每一位数字；如果是别人抄给您的，请再问一问。',
  caseNumber: '这里查错的次数太多了。请把纸条上的案件编号也填上，再查。',
  wrongCaseNumber: '查询码和案件编号对不上，请照着纸条再核对一遍。',
}

/** Error texts for a reply. */
export const replyMessages = {
  required: '请写一写您的回话，一句话也可以。',
  tooLong: tooLong(lengths.reply),
  notAsked: '现在没有要您补充的。您写的话在下面“有话要说”里，再交一次就行。',
  stale: '办的人刚刚动过这件事。请看看有没有新的话，再交一次；您写的还在。',
} as const

/** Texts for a reply or a rating that was not sent: the session had ended, or the browser now follows another case. */
export const lostReplies = {
  ended: {
    title: '查询已经退出，没有交上去',
    text: '您写的还在下面，没有丢。请先复制或者抄下来，再填查询码，重新交一次。',
  },
  other: {
    title: '这台设备后来查的是另一件事，或者换了别人的查询码，没有交上去',
    text: '您写的还在下面，没有丢。请先复制或者抄下来，再填您这件事的查询码，重新交一次。',
  },
} as const

export type ReplyFault = keyof typeof replyMessages

/** Refusals, shown to a person as a page (title, text) and sent to a program as a problem (RFC 9457). */
export const refusals = {
  notFound: { title: '没有这一页', text: '网址可能抄错了，或者这一页已经搬走。' },
  noCase: {
    title: '这里没有这一件',
    text: '编号可能抄错了；也可能这件已经转走，按规定您这里打不开了，这不是出错。交出去以后还看得到的，在“我经手的”里。',
  },
  method: { title: '这个地址不能这样打开', text: '请从页面上的按钮进来。' },
  origin: {
    title: '没有提交成功',
    text: '这次提交不像是从本站的页面点来的，为了您的安全没有收下。您填的都还在下面，请再点一次。',
  },
  tooLarge: {
    title: '内容太多了',
    text: '一次交上来的太多，没有收下。请返回上一页，删短一些再交；是照片、录像的，换小一点的。',
  },
  brokenOff: { title: '没有收全', text: '交上来的内容中途断了，没有收下。请再交一次。' },
  insecure: {
    title: '这个网址不安全',
    text: '网址要以 https:// 开头，您写的才不会被路上的人看见。这次没有收下：请返回上一页，把网址开头改成 https://，再交一次。',
  },
  encoding: {
    title: '请看看下面的字对不对',
    text: '您的浏览器用了另一种编码，这次没有收下。请看看下面的字对不对，不对的改一改，再交一次。',
  },
  emptied: {
    title: '浏览器没有把您填的带过来',
    text: '什么都没有改动。请按一次返回，回到填写的那一页：您填的多半还在，再交一次就行。',
  },
  contentType: { title: '没有收到', text: '交上来的格式不对。请用本站的表格填写。' },
  conflict: {
    title: '内容和上一次不一样',
    text: '这份表刚才已经提交过，而现在的内容改动过。请核对后再提交，会另记一件事。',
  },
  notSent: {
    title: '这次没有交上去',
    text: '系统一时出了故障。您填的都还在下面，过几分钟再点“提交”就行；点几次也只算一件事。急的话，请打 12345。',
  },
  busy: {
    title: '现在用的人太多',
    text: '这一次没有办成，您写的，返回上一页还在。请过几秒再试；急的话，请打 12345。',
  },
  unavailable: {
    title: '暂时办不了',
    text: '系统一时出了故障，请返回上一页，过几分钟再试；急的话，请打 12345。',
  },
} as const

export type Refusal = keyof typeof refusals
