import { normaliseWidth } from '#domain/basics/normalise.ts'

/** What a column of an old ledger can be, and the heads by which it is known. */

export const importFieldIds = [
  ...(['number', 'registeredOn', 'name', 'phone', 'address', 'otherParty', 'category', 'region'] as const),
  ...(['title', 'narrative', 'unit', 'handler', 'result', 'state', 'endedOn'] as const),
] as const

export type ImportField = (typeof importFieldIds)[number]

/** Name of the field in the select; the heads that stand for it, in one width and without spaces. */
export const importFields: Record<ImportField, { name: string; heads: readonly string[] }> = {
  number: { name: '序号（旧编号）', heads: ['序号', '编号', '案号', '登记号', '卷号'] },
  registeredOn: {
    name: '登记日期',
    heads: ['登记时间', '登记日期', '受理时间', '受理日期', '来访时间', '来访日期', '申请时间', '申请日期'],
  },
  name: { name: '申请人', heads: ['申请人', '当事人', '来访人', '反映人', '甲方', '姓名', '申请方'] },
  phone: { name: '申请人电话', heads: ['联系电话', '电话', '手机', '联系方式', '手机号'] },
  address: { name: '申请人住址', heads: ['住址', '家庭住址', '地址', '住所'] },
  otherParty: {
    name: '对方',
    heads: ['对方', '对方当事人', '被申请人', '乙方', '被反映人', '另一方当事人'],
  },
  category: {
    name: '纠纷类型',
    heads: ['纠纷类型', '纠纷类别', '类型', '类别', '矛盾类型', '矛盾纠纷类型', '事项类别'],
  },
  region: {
    name: '地点（村、社区）',
    heads: ['村', '社区', '所属村', '发生地', '地点', '村（社区）', '所属区域'],
  },
  title: { name: '事由（一句话）', heads: ['事由', '标题', '案由', '纠纷名称', '事项'] },
  narrative: {
    name: '简要情况',
    heads: [
      '简要情况',
      '基本情况',
      '纠纷简要情况',
      '主要内容',
      '反映问题',
      '案情',
      '内容',
      '主要诉求',
      '诉求',
    ],
  },
  unit: { name: '办理单位', heads: ['办理单位', '调解单位', '受理单位', '责任单位', '承办单位', '调委会'] },
  handler: {
    name: '受理人、调解员',
    heads: ['受理人', '调解员', '经办人', '承办人', '调解人', '登记人', '办理人'],
  },
  result: {
    name: '处理结果',
    heads: ['处理结果', '调解结果', '办理结果', '办理情况', '化解情况', '处理情况', '结果'],
  },
  state: { name: '是否办结', heads: ['是否办结', '办结情况', '状态', '办理状态', '是否化解', '进度'] },
  endedOn: {
    name: '办结日期',
    heads: ['办结时间', '办结日期', '结案时间', '结案日期', '调结时间', '化解时间', '化解日期', '调解时间'],
  },
}

/**
 * The head of a column as it is compared: in one width, without spaces and marks.
 * @param most how much of it is looked at, in characters
 */
export const foldedHead = (head: string, most = 60): string =>
  normaliseWidth(head.slice(0, most)).replace(/[\s:：*()（）、,，.。/"'“”]/gu, '')

const exact = new Map<string, ImportField>()
const inside: [string, ImportField][] = []
for (const field of importFieldIds)
  for (const head of importFields[field].heads) {
    const folded = foldedHead(head)
    if (!exact.has(folded)) exact.set(folded, field)
    if (folded.length > 2) inside.push([folded, field])
  }
// The longest first: 对方当事人姓名 is about the other side.
inside.sort(([one], [other]) => other.length - one.length)

/** The field that the head of a column most likely stands for; undefined if it looks like none. */
export const guessField = (head: string): ImportField | undefined => {
  const folded = foldedHead(head)
  return exact.get(folded) ?? inside.find(([part]) => folded.includes(part))?.[1]
}
