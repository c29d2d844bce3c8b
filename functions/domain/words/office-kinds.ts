import type { Category } from './categories.ts'
import type { Level } from './levels.ts'

/** What an office of a kind is for, unless the county says otherwise. */
interface OfficeKindFacts {
  /** As people say it, and as it is written in the table of `npm run county:new`. */
  name: string
  /** The level at which a county usually has one. */
  level: Level
  /** Why people go there. */
  purpose: string
  /** Subjects it serves, the main one first. */
  categories: readonly Category[]
}

/**
 * Kinds of office that residents are referred to, in addition to the mediation units. Situations name kinds
 * (content/situations.yaml), and counties have offices of these kinds (content/offices.yaml).
 */
export const officeKinds = {
  'legal-aid': {
    name: '法律援助',
    level: 'county',
    purpose: '请不起律师的，申请免费律师',
    categories: ['other', 'labour', 'family'],
  },
  'labour-arbitration': {
    name: '劳动仲裁',
    level: 'county',
    purpose: '欠薪、辞退、工伤待遇申请仲裁',
    categories: ['labour'],
  },
  'labour-inspection': {
    name: '劳动监察',
    level: 'county',
    purpose: '投诉欠薪、不签合同、不交社保',
    categories: ['labour'],
  },
  'work-injury': {
    name: '工伤认定',
    level: 'county',
    purpose: '申请工伤认定、劳动能力鉴定',
    categories: ['labour'],
  },
  court: {
    name: '法院',
    level: 'county',
    purpose: '立案、司法确认、支付令、保护令',
    categories: ['other', 'family', 'debt'],
  },
  procuratorate: {
    name: '检察院',
    level: 'county',
    purpose: '支持起诉、监督、未成年人保护',
    categories: ['safety', 'other'],
  },
  'police-desk': {
    name: '公安局',
    level: 'county',
    purpose: '不紧急的咨询；有危险打 110',
    categories: ['injury', 'safety'],
  },
  'traffic-police': {
    name: '交警',
    level: 'county',
    purpose: '事故认定、复核、请交警调解',
    categories: ['traffic'],
  },
  'land-arbitration': {
    name: '土地承包仲裁',
    level: 'county',
    purpose: '承包地、流转的仲裁，不收费',
    categories: ['land'],
  },
  'natural-resources': {
    name: '自然资源局',
    level: 'county',
    purpose: '宅基地、地界、征地的事',
    categories: ['land', 'expropriation'],
  },
  agriculture: {
    name: '农业农村局',
    level: 'county',
    purpose: '承包地、农资、集体财务',
    categories: ['land', 'consumer', 'village-affairs'],
  },
  market: {
    name: '市场监管局',
    level: 'county',
    purpose: '假货、预付卡、过期食品',
    categories: ['consumer'],
  },
  housing: {
    name: '住建局',
    level: 'county',
    purpose: '物业、维修资金、买房租房',
    categories: ['property', 'housing'],
  },
  environment: {
    name: '生态环境',
    level: 'county',
    purpose: '污水、臭气、油烟、噪声',
    categories: ['environment', 'village-enterprise'],
  },
  'work-safety': {
    name: '应急管理',
    level: 'county',
    purpose: '矿山、放炮、厂里的安全',
    categories: ['village-enterprise'],
  },
  health: { name: '卫生健康', level: 'county', purpose: '病历、医疗纠纷的行政调解', categories: ['medical'] },
  'civil-affairs': {
    name: '民政',
    level: 'county',
    purpose: '低保、特困、临时救助、殡葬',
    categories: ['welfare', 'elderly'],
  },
  disabled: { name: '残联', level: 'county', purpose: '残疾证、补贴、辅具', categories: ['welfare'] },
  women: { name: '妇联', level: 'county', purpose: '家暴、婚姻、孩子的事', categories: ['family', 'safety'] },
  education: { name: '教育', level: 'county', purpose: '校园欺凌、学校里的伤', categories: ['safety'] },
  notary: {
    name: '公证',
    level: 'county',
    purpose: '遗嘱、继承、借款公证',
    categories: ['inheritance', 'debt'],
  },
  police: {
    name: '派出所',
    level: 'town',
    purpose: '打架、丢东西、噪声；有危险打 110',
    categories: ['injury', 'neighbour', 'safety'],
  },
  'justice-office': {
    name: '司法所',
    level: 'town',
    purpose: '问法律、请调解、申请法律援助',
    categories: ['other', 'neighbour'],
  },
  'market-desk': {
    name: '市场监管所',
    level: 'town',
    purpose: '假货、缺斤少两、过期食品',
    categories: ['consumer'],
  },
  'welfare-desk': {
    name: '民政窗口',
    level: 'town',
    purpose: '低保、临时救助、残疾补贴',
    categories: ['welfare', 'elderly'],
  },
  'land-desk': { name: '自然资源所', level: 'town', purpose: '宅基地、地界、建房', categories: ['land'] },
  'agriculture-desk': {
    name: '农业服务',
    level: 'town',
    purpose: '承包地、农资、村里的账',
    categories: ['land', 'consumer', 'village-affairs'],
  },
  'labour-desk': { name: '人社窗口', level: 'town', purpose: '社保、欠薪、招工', categories: ['labour'] },
  clinic: { name: '卫生院', level: 'town', purpose: '看病、急救；急病打 120', categories: ['medical'] },
  'service-centre': { name: '便民服务', level: 'town', purpose: '办证、盖章、问事', categories: ['other'] },
  'village-committee': {
    name: '村委会',
    level: 'village',
    purpose: '开证明、问村里的事、请人上门',
    categories: ['village-affairs', 'neighbour'],
  },
} as const satisfies Record<string, OfficeKindFacts>

export type OfficeKind = keyof typeof officeKinds

/** Ids of all kinds, those of the county first. */
export const officeKindIds = Object.keys(officeKinds) as [OfficeKind, ...OfficeKind[]]
