/** The desk (工作台), a separate Worker: the public site never links to it. */
export const deskPages = {
  today: { path: '/desk/', name: '今天' },
  cases: { path: '/desk/cases/', name: '案件' },
  batch: { path: '/desk/batch', name: '一起办' },
  batchDone: { path: '/desk/batch/done', name: '办好了' },
  below: { path: '/desk/below', name: '看下级' },
  traces: { path: '/desk/traces', name: '我经手的' },
  digest: { path: '/desk/digest', name: '每日动态' },
  ledger: { path: '/desk/ledger', name: '台账' },
  week: { path: '/desk/week', name: '周小结' },
  month: { path: '/desk/month', name: '月通报' },
  mediationMonth: { path: '/desk/mediation-month', name: '人民调解月报' },
  mediationFile: { path: '/desk/mediation-month.csv', name: '人民调解月报（表格文件）' },
  casePay: { path: '/desk/case-pay', name: '以案定补' },
  measures: { path: '/desk/measures', name: '没落实的措施' },
  experts: { path: '/desk/experts', name: '给专家的单子' },
  calendar: { path: '/desk/calendar', name: '日历' },
  ratings: { path: '/desk/ratings', name: '评价' },
  figures: { path: '/desk/figures', name: '数字' },
  figureRows: { path: '/desk/figures/rows', name: '分项的数字' },
  figuresFile: { path: '/desk/figures.csv', name: '数字（表格文件）' },
  find: { path: '/desk/find', name: '查找' },
  register: { path: '/desk/register', name: '登记' },
  registered: { path: '/desk/registered', name: '登记好了' },
  spot: { path: '/desk/spot', name: '当场登记' },
  spotSlips: { path: '/desk/spot/slips', name: '给双方的条子' },
  import: { path: '/desk/import', name: '导入旧台账' },
  lostCode: { path: '/desk/lost-code', name: '补查询码' },
  checklist: { path: '/desk/checklist', name: '排查清单' },
  handbook: { path: '/desk/handbook', name: '手册' },
  account: { path: '/desk/account', name: '我的' },
  staff: { path: '/desk/staff/', name: '账号' },
  newStaff: { path: '/desk/staff/new', name: '开账号' },
  log: { path: '/desk/log', name: '记录' },
  signIn: { path: '/desk/sign-in', name: '登录' },
  code: { path: '/desk/code', name: '动态码' },
  enrol: { path: '/desk/enrol', name: '绑定动态码' },
  invite: { path: '/desk/invite', name: '设置密码' },
  paperCodes: { path: '/desk/account/codes', name: '纸上备用码' },
} as const

/** Files and papers of the ledger, and its named filters. */
export const ledgerPaths = {
  csv: '/desk/ledger.csv',
  xlsx: '/desk/ledger.xlsx',
  print: '/desk/ledger/print',
  sealed: '/desk/ledger/sealed',
  views: '/desk/ledger/views',
  dropView: '/desk/ledger/views/drop',
} as const

export type DeskPage = keyof typeof deskPages

/** Links in the desk's header, for those who handle cases and for those who keep accounts. */
export const deskNavigation = {
  cases: ['today', 'cases', 'ledger', 'find', 'register', 'handbook', 'account'],
  accounts: ['staff', 'log', 'handbook', 'account'],
} as const satisfies Record<string, readonly DeskPage[]>

/** Targets of the desk's forms for account and sign-in. */
export const deskActions = {
  signOut: '/desk/sign-out',
  password: '/desk/account/password',
  endSession: '/desk/account/sessions/end',
  endOtherSessions: '/desk/account/sessions/end-others',
  beginEnrolment: '/desk/account/enrol',
  newPaperCodes: '/desk/account/codes/new',
} as const

/** A path with a query added to the one it may have; an empty query adds nothing. */
export const withQuery = (path: string, query: string): string =>
  query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path

/** The page of a case at the desk. The number alone gives no access. */
export const casePath = (number: string): string => `${deskPages.cases.path}${number}`

/** The form of a move, and the target it posts to. */
export const movePath = (number: string, kind: string): string => `${casePath(number)}/${kind}`

/** The page after a move that took the case elsewhere; `seq` is the number of its first event. */
export const donePath = (number: string, seq: number | string): string => `${casePath(number)}/done/${seq}`

/** The page of a case, with a notice of the move that was just made. */
export const movedPath = (number: string, seq: number): string => `${casePath(number)}?done=${seq}`

/** What those who registered a case or handed it on still read of it. */
export const tracePath = (number: string): string => `${casePath(number)}/trace`

/** The printed transfer to an outside body. */
export const referralPath = (number: string): string => `${casePath(number)}/hand-over`

/** The printed letter to a person of the other side. */
export const invitationPath = (number: string): string => `${casePath(number)}/letter`

/** The agreement of a case; its form is that of the move, so both have one address. Further pages of it: */
export const agreementPath = (number: string, page?: 'conclude' | 'print' | 'court'): string =>
  `${movePath(number, 'agreement')}${page ? `/${page}` : ''}`
/** The slip of one side of a case recorded on the spot; who filed it is 1. */
export const spotSlipPath = (party: number | string): string => `${deskPages.spotSlips.path}/${party}`
/** Of one meeting, by the number of its first event: the file for a calendar, and the minutes to print. */
/** The file for a calendar of one meeting, by the number of its first event. */
export const meetingFilePath = (number: string, id: number | string): string =>
  `${casePath(number)}/meetings/${id}/calendar`
/** The printed minutes of a meeting. */
export const minutesPath = (number: string, id: number | string): string =>
  `${casePath(number)}/meetings/${id}/minutes`

/** An old ledger that was read: its columns, what becomes of its rows, those that are not imported, its end. */
export const importPath = (id: string, page?: 'check' | 'rest' | 'drop'): string =>
  `${deskPages.import.path}/${id}${page ? `/${page}` : ''}`

/** The printed report of one case. */
export const reportPath = (number: string): string => `${casePath(number)}/report`

/** The printed certificate of what a person claimed and when; without a number that of the complainant. */
export const certificatePath = (number: string, party?: number): string =>
  `${casePath(number)}/certificate${party === undefined ? '' : `/${party}`}`

/** The draft of a story that everybody agreed to, to copy into content/stories. */
export const storyDraftPath = (number: string): string => `${casePath(number)}/story-draft`
/** The documents of a case (卷宗), what stands and what is missing. */
export const dossierPath = (number: string): string => `${casePath(number)}/dossier`

/** All documents of a case that stand, in order, to print. */
export const wholeDossierPath = (number: string): string => `${dossierPath(number)}/all`

/** In place of the event that a sheet is made of: the one to be written on by hand. */
export const blankSheet = 'blank'

/** One document to print; with `which` the one sheet that is made of this event, or `blankSheet`. */
export const documentPath = (number: string, id: string, which?: number | string): string =>
  `${dossierPath(number)}/${id}${which === undefined ? '' : `/${which}`}`

/** The form by which staff put a file to a case. */
export const filesPath = (number: string): string => `${casePath(number)}/files`
/** The page of one file. */
export const filePath = (number: string, id: string): string => `${filesPath(number)}/${id}`
/** The file itself. */
export const fileBytesPath = (number: string, id: string): string => `${filePath(number, id)}/content`

/** The printed list of evidence (证据清单). */
export const evidencePath = (number: string): string => `${casePath(number)}/evidence`

/** The page of a look or a call that a rating asks for. */
export const ratingTaskPath = (number: string, kind: 'look' | 'call'): string => `${casePath(number)}/${kind}`

/** One person's account page, and the actions on it. */
export const staffPath = (
  id: string,
  action?: 'change' | 'deactivate' | 'reactivate' | 'link' | 'factor',
): string => `${deskPages.staff.path}${id}${action ? `/${action}` : ''}`

/** Does the second Worker answer this path? */
export const isDeskPath = (path: string): boolean => /^\/desk(\/|$)/.test(path)
