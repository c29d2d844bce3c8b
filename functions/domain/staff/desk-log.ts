import { day } from '#domain/basics/bounds.ts'

/**
 * The log of the desk (docs/adr/0015-desk-log.md): sign-ins, what was looked up, changes to accounts. Opening
 * a case is logged in `read_log` beside the case; this log has what a person did.
 */

/** Own entries on the page 我的; entries on a page of the log. */
export const ownLogRows = 20
export const logPageRows = 50
/** How long 我的 shows a notice of a new link or a removed second factor. */
export const noticeLife = 30 * day

/** Each kind, in words for the person concerned; `…` is replaced by a detail of the entry. */
const logKinds = {
  'signed-in': '登录了',
  challenged: '密码对了，还没填动态码',
  refused: '没有登录成',
  locked: '试错太多，暂时不让登录',
  'signed-out': '退出了',
  'sessions-ended': '退出了别的设备',
  'factor-bound': '绑定了动态码',
  'codes-renewed': '换了十个新的备用码',
  'password-set': '改了密码',
  'link-used': '用链接设了密码',
  created: '开了账号',
  changed: '改了姓名、单位或者角色',
  link: '发了新链接',
  deactivated: '停用了账号',
  reactivated: '重新启用了账号',
  'factor-asked': '请另一位管理员同意解除动态码',
  'factor-removed': '解除了动态码',
  searched: '按姓名、电话或者事由查找',
  'case-refused': '查了一个看不到或者没有的案件编号',
  'stale-shown': '提交时案件刚有变动，看到了变动',
  exported: '导出台账',
  'export-ended': '台账导出完了',
} as const satisfies Record<string, string>

export type LogKind = keyof typeof logKinds

/** How a person signed in, or where they failed. */
const details: Record<string, string> = {
  password: '密码',
  app: '密码和动态码',
  paper: '密码和纸上备用码',
  link: '新链接',
  code: '动态码不对',
  wrong: '用户名或者密码不对',
  again: '再问密码时填错',
  replayed: '动态码用过一次了',
}

/** What an entry contains besides its kind: plain facts, never what somebody typed. */
export type LogData = Record<string, string | number | null>

/** Kind and detail in words. */
export const logWords = (kind: LogKind, data: LogData): string => {
  const detail = details[String(data['how'] ?? '')]
  // A challenge already implies that the password was right.
  return detail && kind !== 'challenged' ? `${logKinds[kind]}（${detail}）` : logKinds[kind]
}

/** Actions on an account by somebody else that could let another person in: its holder is told. */
export const noticeKinds = ['link', 'factor-asked', 'factor-removed'] as const satisfies readonly LogKind[]

const instantDigits = 13

/** The id of an entry: the instant as 13 digits of milliseconds, then a unique part; sorts by time. */
export const logId = (at: number, rest: string): string =>
  `${String(at).padStart(instantDigits, '0')}-${rest}`

/** The first id of an instant; ids of this instant and later are not smaller. */
export const logIdFrom = (at: number): string => String(at).padStart(instantDigits, '0')

/** The instant of an entry, from its id. */
export const logInstant = (id: string): number => Number(id.slice(0, instantDigits))
