import { day } from '#domain/basics/bounds.ts'

/**
 * The log of the desk (docs/adr/0015-desk-log.md): who signed in, who looked, what was done to accounts. Opening a
 * case stands in `read_log` beside the case; here stands what a person did.
 */

/** Own rows on 我的; rows on a page of the log. */
export const ownLogRows = 20
export const logPageRows = 50
/** A link or a removed second factor is told on 我的 this long. */
export const noticeLife = 30 * day

/** Each kind, in words for the person it happened to; `…` where a detail of the row goes. */
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
} as const satisfies Record<string, string>

export type LogKind = keyof typeof logKinds

/** How somebody came in, or where they failed. */
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

/** What an entry of the log says besides its kind: plain facts, never what somebody typed. */
export type LogData = Record<string, string | number | null>

/** Kind and detail in words. */
export const logWords = (kind: LogKind, data: LogData): string => {
  const detail = details[String(data['how'] ?? '')]
  // That the password was right is what a challenge says already.
  return detail && kind !== 'challenged' ? `${logKinds[kind]}（${detail}）` : logKinds[kind]
}

/** Done to somebody's account by somebody else, in a way that lets another person in: its holder is told. */
export const noticeKinds = ['link', 'factor-asked', 'factor-removed'] as const satisfies readonly LogKind[]

const instantDigits = 13

/** The id of a row: the instant in 13 digits of milliseconds, then what makes it the only one; sorts by time. */
export const logId = (at: number, rest: string): string =>
  `${String(at).padStart(instantDigits, '0')}-${rest}`

/** The first id of an instant; ids of this instant and later are not smaller. */
export const logIdFrom = (at: number): string => String(at).padStart(instantDigits, '0')

/** The instant of a row. */
export const logInstant = (id: string): number => Number(id.slice(0, instantDigits))
