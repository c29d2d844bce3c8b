import { importBounds } from './bounds.ts'
import { importFields } from './fields.ts'
import type { Doubt, DoubtCode, NotImported } from './judged-row.ts'
import type { TableFault } from './table.ts'

/** What the pages of an import say. */

export const tableFaults: Record<TableFault, string> = {
  none: '还没有选文件。',
  tooBig: `文件超过 ${importBounds.bytes / 1024 / 1024} MB：请按年份分成几份。`,
  tooMany: `超过 ${importBounds.rows} 行：请分成几份。`,
  tooWide: `超过 ${importBounds.columns} 列：请把用不着的列删掉。`,
  tooMuch: '字或者合并的格子太多：请分成几份，或者另存为 CSV。',
  empty: '这个文件里没有字。工作簿里有几张表的，只看第一张没有隐藏的。',
  oldExcel: '这是老格式的 .xls：请另存为 xlsx 或 CSV，再来。',
  locked: '这个文件有密码：请先去掉密码。',
  unreadable: '这个文件看不懂：请另存为 xlsx 或 CSV，再来。',
  inflates: '这个文件解开以后太大：请另存为 CSV，再来。',
}

const quoted = ({ typed }: Pick<Doubt, 'typed'>): string =>
  `“${typed.length > 40 ? `${typed.slice(0, 40)}…` : typed}”`

const doubtTexts: Record<DoubtCode, (doubt: Doubt) => string> = {
  noYear: (doubt) => `${quoted(doubt)}没有写年份，照上面的行当作 ${doubt.taken}`,
  shortYear: (doubt) => `${quoted(doubt)}年份只有两位，当作 ${doubt.taken}`,
  unreadDay: (doubt) => `${quoted(doubt)}看不出是哪一天，日期空着，原样留在记录里`,
  future: (doubt) => `${quoted(doubt)}在今天以后，日期空着，原样留在记录里`,
  order: (doubt) => `${quoted(doubt)}在登记以前，照样收下`,
  noDay: ({ taken }) => `没有写哪天登记${taken ? `，排在办结的 ${taken}` : '，日期空着'}`,
  noName: () => '没有写申请人，收作没有留姓名',
  noStory: () => '没有写是什么事',
  unreadPhone: (doubt) => `${quoted(doubt)}不像电话，原样收下，按电话找不到`,
  category: (doubt) => `${quoted(doubt)}不在本县的类型里，收作“${doubt.taken}”，原样留在记录里`,
  noCategory: (doubt) => `没有写类型，收作“${doubt.taken}”`,
  region: (doubt) => `${quoted(doubt)}不是这个单位的地方，收作 ${doubt.taken}，原样留在记录里`,
  likeRow: (doubt) => `${quoted(doubt)}和第 ${doubt.taken} 行同名同日，内容不同，当作两件`,
  filedToo: (doubt) => `${quoted(doubt)}同一天在这里登记过 ${doubt.taken}，可能是同一件`,
}

/** What is in doubt about a cell, and what is taken. */
export const doubtText = (doubt: Doubt): string =>
  `${importFields[doubt.field].name}：${doubtTexts[doubt.code](doubt)}`

/** Why the number of a case is not shown. */
export const hiddenNumber = '编号不显示：那一件不归您看'

/** Why a row is not imported. */
export const notText = (not: NotImported): string => {
  switch (not.code) {
    case 'sum':
      return '这一行是合计'
    case 'note':
      return '这一行只有一格有字，不像一件事'
    case 'head':
      return '这一行是表头'
    case 'nothing':
      return '没有申请人、电话，也没有写什么事'
    case 'longCell':
      return `有一格超过 ${importBounds.cell} 个字`
    case 'tooLong':
      return `${importFields[not.field].name}太长，请改短`
    case 'unit':
      return `您看得到的单位里，没有正好叫“${not.typed.slice(0, 40)}”的一个`
    case 'sameRow':
      return `和第 ${not.line} 行一样`
    case 'differs':
      return `以前导入过同一件（${not.number || hiddenNumber}），这里写的不一样：没有再导，要改请到那一件里写`
    case 'doubtful':
      return '有疑问，您选了不导'
  }
}
