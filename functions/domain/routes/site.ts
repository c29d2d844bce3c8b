/**
 * Every path a person or a program can request, defined once. Navigation, sitemap, link check, axe and
 * no-script tests all read these lists, so a new page cannot be forgotten. Pages made from content (one
 * lesson, one law) are not here: the site build knows them.
 */
export const pages = {
  home: { path: '/', name: '首页' },
  lessons: { path: '/lessons/', name: '学法' },
  stories: { path: '/stories/', name: '故事' },
  contacts: { path: '/contacts/', name: '电话' },
  situations: { path: '/situations/', name: '我遇到了' },
  guides: { path: '/guides/', name: '自助指引' },
  questions: { path: '/questions/', name: '大家常问' },
  letters: { path: '/letters/', name: '要写的材料' },
  compare: { path: '/compare/', name: '容易弄混的，放一起比' },
  deadlines: { path: '/deadlines/', name: '别错过的期限' },
  deadlineSteps: { path: '/deadlines/steps/', name: '办手续，一步一步的期限' },
  deadlineWall: { path: '/deadlines/wall/', name: '限期一览' },
  contactsWhich: { path: '/contacts/which/', name: '什么事打给谁' },
  contactsOthers: { path: '/contacts/others/', name: '不归调解管，但有人管' },
  laws: { path: '/laws/', name: '法律条文' },
  newLaw: { path: '/laws/new/', name: '新法，从哪天起算' },
  lawNames: { path: '/laws/by-name/', name: '法律按名字找' },
  broadcast: { path: '/broadcast/', name: '大喇叭广播稿' },
  talks: { path: '/talks/', name: '法治讲座' },
  file: { path: '/file/', name: '说事' },
  fileTracks: { path: '/file/which/', name: '该选哪一种' },
  fileElsewhere: { path: '/file/elsewhere/', name: '事情不在本县' },
  track: { path: '/track/', name: '进度' },
  mediation: { path: '/about/mediation/', name: '调解怎么走' },
  kinds: { path: '/about/kinds/', name: '几种调解，怎么选' },
  confirmation: { path: '/about/confirmation/', name: '司法确认怎么办' },
  evidence: { path: '/about/evidence/', name: '留什么证据' },
  words: { path: '/about/words/', name: '法律词说白了' },
  privacy: { path: '/about/privacy/', name: '隐私说明' },
  accessibility: { path: '/about/accessibility/', name: '无障碍说明' },
  experts: { path: '/experts/', name: '找专家问一问' },
  party: { path: '/party/', name: '有人请您来谈' },
  about: { path: '/about/', name: '关于六尺巷' },
  map: { path: '/about/map/', name: '网站地图' },
} as const

export type Page = keyof typeof pages

/** The five main entries: in the header of every page and on the home page. */
export const mainNavigation = [
  'lessons',
  'stories',
  'contacts',
  'file',
  'track',
] as const satisfies readonly Page[]

export type MainNavigation = (typeof mainNavigation)[number]

export const footerNavigation = [
  'about',
  'situations',
  'guides',
  'questions',
  'mediation',
  'letters',
  'deadlines',
  'laws',
  'words',
  'privacy',
  'accessibility',
  'map',
] as const satisfies readonly Page[]

/** The page that counts a limit: a GET form, answered by the Worker. */
export const limitCount = { page: '/deadlines/when', calendar: '/deadlines/when.ics' } as const

/** The times at which the county's experts can be booked now, answered by the Worker. */
export const expertTimes = { path: '/experts/times', name: '专家最近的空' } as const

/** The published roots, and the same as a feed, answered by the Worker. */
export const anchorPage = { path: '/anchors', feed: '/anchors.xml', name: '每天公布的核对码' } as const

/** The published figures, and the same as CSV, answered by the Worker. */
export const statisticsPage = { path: '/statistics/', csv: '/statistics.csv', name: '办了多少事' } as const

/** Suggestions and their answers, published on request, answered by the Worker. */
export const suggestionsPage = { path: '/suggestions/', name: '建议和答复' } as const

/** What is published of the cases, answered by the Worker: in the site map, the first two below every page. */
export const publishedPages = [statisticsPage, suggestionsPage, anchorPage] as const
export const footerPublished = [statisticsPage, suggestionsPage] as const

/** The search: a GET form, answered by the Worker. */
export const searchPage = { path: '/search', name: '搜一搜' } as const

/** Paths of the Worker. No file has them, so the asset router passes them on. */
export const actions = {
  fileCheck: '/file/check',
  fileSend: '/file/send',
  fileDone: '/file/done',
  fileNoted: '/file/noted',
  trackOpen: '/track/open',
  trackCase: '/track/case',
  trackLeave: '/track/leave',
  trackReply: '/track/reply',
  trackMessage: '/track/message',
  trackFiled: '/track/filed',
  trackReaders: '/track/readers',
  trackProof: '/track/proof',
  trackRate: '/track/rate',
  trackFiles: '/track/files',
  trackUrge: '/track/urge',
  trackWithdraw: '/track/withdraw',
  trackErase: '/track/erase',
  trackObject: '/track/object',
  trackCopy: '/track/copy',
  trackNotify: '/track/notify',
  trackConsent: '/track/consent',
  trackInvitation: '/track/invitation',
  trackCertificate: '/track/certificate',
  trackStory: '/track/story',
  trackPublication: '/track/publication',
  trackAgreement: '/track/agreement',
  trackSpot: '/track/spot',
  trackTimes: '/track/times',
  trackTimesFile: '/track/times.ics',
  trackConsultation: '/track/expert',
  trackConsultationFile: '/track/expert.ics',
  trackMediator: '/track/mediator',
  trackNewCode: '/track/new-code',
  trackCode: '/track/code',
  partyAsk: '/party/ask',
  leave: '/leave',
} as const

/** A field of a form that opens a case, and its only value: the page for files is shown first, not that of the case. */
export const nextField = 'next'
export const nextFiles = 'files'

/** The page of one file of a case. */
export const trackFilePath = (id: string): string => `${actions.trackFiles}/${id}`
/** The file itself. */
export const trackFileBytes = (id: string): string => `${trackFilePath(id)}/content`

/** Notices on static pages, shown only to a person who was led there by their fragment (`.told` in the style). */
export const notices = {
  noted: 'noted',
  again: 'again',
  lost: 'lost',
  putAway: 'put-away',
  replied: 'replied',
  added: 'added',
  rated: 'rated',
  urged: 'urged',
  held: 'held',
  kept: 'kept',
  said: 'consent',
  denied: 'spot',
  times: 'times',
  consultation: 'consultation',
  asked: 'asked',
} as const

/** Data files the build writes and the Worker reads; no page links to them. */
export const dataFiles = {
  searchIndex: '/search-index.json',
  limits: '/limits.json',
  leaves: (guide: string): string => `${pages.guides.path}${guide}/leaves.json`,
} as const

const filePrefix = '/file/from/'

/** The filing form prefilled from a guided path: the guide, and the answers joined by dots. */
export const fileFrom = (guide: string, answers: string[]): string =>
  `${filePrefix}${guide}/${answers.join('.')}`

/** The same as a route pattern. */
export const fileFromPattern = `${filePrefix}:guide{[a-z0-9-]+}/:leaf{[a-z0-9.-]+}` as const

export const api = {
  search: '/api/v1/search',
  cases: '/api/v1/cases',
  track: '/api/v1/cases/track',
  messages: '/api/v1/cases/messages',
  rating: '/api/v1/cases/rating',
  files: '/api/v1/cases/files',
  readFile: '/api/v1/cases/files/read',
  urge: '/api/v1/cases/urge',
  withdraw: '/api/v1/cases/withdraw',
  erase: '/api/v1/cases/erase',
  object: '/api/v1/cases/object',
  copy: '/api/v1/cases/copy',
  proof: '/api/v1/cases/proof',
  consent: '/api/v1/cases/consent',
  invitation: '/api/v1/cases/invitation',
  agreement: '/api/v1/cases/agreement',
  agreementRead: '/api/v1/cases/agreement/read',
  agreementItem: '/api/v1/cases/agreement/item',
  times: '/api/v1/cases/times',
  mediator: '/api/v1/cases/mediator',
  anchors: '/api/v1/anchors',
  vocabulary: '/api/v1/vocabulary',
  openapi: '/api/v1/openapi.json',
} as const

export const health = '/healthz'

/** How to report security holes (RFC 9116). */
export const securityText = '/.well-known/security.txt'
