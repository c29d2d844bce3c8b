/**
 * Every path a person or a program can ask for, once. Navigation, sitemap, link check, axe and no-script tests
 * all read these lists, so a new page cannot be forgotten. Pages made from content (one lesson, one law) are
 * not here: the site build knows them.
 */
export const pages = {
  home: { path: '/', name: '首页' },
  lessons: { path: '/lessons/', name: '学法' },
  stories: { path: '/stories/', name: '看故事' },
  contacts: { path: '/contacts/', name: '找电话' },
  laws: { path: '/laws/', name: '法律条文' },
  file: { path: '/file/', name: '提诉求' },
  fileTracks: { path: '/file/which/', name: '该选哪一种' },
  track: { path: '/track/', name: '查进度' },
  mediation: { path: '/about/mediation/', name: '调解怎么走' },
  privacy: { path: '/about/privacy/', name: '隐私说明' },
  accessibility: { path: '/about/accessibility/', name: '无障碍说明' },
  about: { path: '/about/', name: '关于六尺巷' },
  map: { path: '/about/map/', name: '网站地图' },
} as const

export type Page = keyof typeof pages

/** The five doors: header on every page, doors on the home page. */
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
  'mediation',
  'laws',
  'privacy',
  'accessibility',
  'map',
] as const satisfies readonly Page[]

/** Where an article stands, by its id: `civil-code-291-2` → /laws/civil-code/#a291-2. */
export const articlePath = (id: string): string => id.replace(/^(.+?)-(\d+(?:-\d+)?)$/, '/laws/$1/#a$2')

/** Paths the Worker owns: file-less, so the asset router passes them on. */
export const actions = {
  fileCheck: '/file/check',
  fileSend: '/file/send',
  fileDone: '/file/done',
  fileNoted: '/file/noted',
  trackOpen: '/track/open',
  trackCase: '/track/case',
  trackLeave: '/track/leave',
} as const

export const api = {
  cases: '/api/v1/cases',
  track: '/api/v1/cases/track',
  vocabulary: '/api/v1/vocabulary',
  openapi: '/api/v1/openapi.json',
} as const

export const health = '/healthz'
