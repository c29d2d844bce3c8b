import { dayOf } from '#domain/basics/time.ts'
import type { Mismatch } from '#store/verify.ts'
import type { Verified } from '../console/verify-all.ts'
import { ownCommand } from './instance.ts'

/** What `liuchixiang verify` found, for whoever runs the box. */

/** What a table holds; the name itself stands behind it, for whoever is asked to help. */
const tables: Record<string, string> = {
  ...{ cases: '案件的一栏', case_event: '案件的历史', case_listing: '列表里的一行', case_year: '一年的件数' },
  ...{ case_key: '案件的钥匙', case_code: '查询码', blind_index: '按姓名、电话查找', case_file: '证据文件' },
  ...{ case_session: '调解会、问专家', letter_number: '函的编号', outbox: '要发的提醒' },
  ...{ case_rating: '评价', rating_task: '要做的回访', rating_task_unit: '要做的回访' },
  ...{ rating_quarter: '一个季度的评价', rating_group: '一个季度的评价', published_answer: '公开的答复' },
  ...{ post_receipt: '交件的回执', read_log: '谁看过案件', listing_count: '列表的件数' },
  ...{ anchor: '公布过的核对码', anchor_part: '公布过的核对码', anchor_day: '公布过的核对码' },
  ...{ figure: '关了账的数字', figure_closed: '关了账的数字' },
}

const sayWhat = (what: string): string => {
  const [, chain, seq] = /^(hash|prev) (\d+)$/.exec(what) ?? []
  if (chain === 'hash') return `第 ${seq} 步被改过`
  if (chain === 'prev') return `第 ${seq} 步和前一步接不上`
  const [table = ''] = /^[a-z_]+/.exec(what) ?? []
  return `${tables[table] ?? '别的'}对不上`
}

const sayMismatch = ({ caseId, what, place }: Mismatch): string =>
  `对不上  ${place?.number || caseId || '不属于哪一件案件'}：${sayWhat(what)}（${what}）`

const sayFirst = ({ number, seq, at, what }: NonNullable<Verified['first']>): string =>
  `最早的一处：${number || '没有编号'}，第 ${seq} 步，${dayOf(at)}：${sayWhat(what)}（${what}）`

/** Lines for the terminal: how many cases, the row that was touched first, everything that differs, and what to do. */
export const sayVerified = ({ cases, mismatches, first }: Verified): string[] => [
  ...(first ? [sayFirst(first)] : []),
  ...mismatches.map(sayMismatch),
  mismatches.length === 0
    ? `核对了 ${cases} 件案件，没有对不上的。`
    : `核对了 ${cases} 件案件，对不上的有 ${mismatches.length} 处。请不要自己改数据库：先 sudo ${ownCommand()} backup，再把上面几行交给做软件的人看；里面没有当事人写的话。`,
]
