import { dangerLines } from '#domain/search/danger-words.ts'
import type { DangerWords } from '#domain/search/search-index.ts'

/** What is never recorded on the spot, by the words it is told with (docs/adr/0045-on-the-spot.md). */

/**
 * Why a matter is not recorded on the spot: somebody is hurt, afraid or in danger; a child was harmed; it is about staff
 * who would handle it.
 */
export type NotHere = 'danger' | 'child' | 'staff'

const children = ['孩子', '小孩', '娃', '学生', '未成年', '女儿', '儿子', '孙子', '孙女', '外孙']
const harm = ['受伤', '受了伤', '打', '咬', '撞', '摔', '烫', '砸', '推', '欺负', '吓', '缝', '骨折']
/** What children do themselves, and what is done to things. */
const harmless = [
  ...['打工', '打电话', '打扫', '打球', '打篮球', '打牌', '打游戏', '打车', '打算', '打招呼', '打水', '打药'],
  ...['打碎', '打破', '打坏', '打烂', '撞坏', '撞碎', '砸坏', '砸碎', '砸破', '摔坏', '摔碎', '推车', '推销'],
  ...['打欠条', '打借条', '打针', '撞见', '推开'],
]
const hurt = [
  ...[
    '受伤',
    '受了伤',
    '打伤',
    '砸伤',
    '撞伤',
    '咬伤',
    '摔伤',
    '烫伤',
    '划伤',
    '抓伤',
    '伤了人',
    '伤人',
    '骨折',
  ],
  ...['咬了人', '轻微伤', '轻伤', '重伤', '身亡', '死亡', '见了血'],
]
const violence = [
  ...[
    '打架',
    '打了架',
    '打了起来',
    '打人',
    '打了人',
    '动手打',
    '动了手',
    '互殴',
    '殴打',
    '厮打',
    '撕扯',
    '扭打',
  ],
  ...['推倒', '耳光', '家庭暴力', '家暴', '虐待', '施暴', '人身安全保护令', '持刀', '扬言', '恐吓', '威胁'],
  ...['害怕', '不敢出门'],
]
const denials = [
  ...[
    '没有受伤',
    '没受伤',
    '无人受伤',
    '没有打架',
    '没打架',
    '没有动手打',
    '没动手打',
    '没人受伤',
    '没有人受伤',
    '无人员受伤',
  ],
  ...['死亡证明', '伤人心', '打人工'],
]
const officials = [
  ...['村支书', '支书', '村主任', '村长', '村干部', '社区干部', '社区主任', '网格员', '村会计', '镇干部'],
  ...['乡干部', '镇长', '乡长', '驻村干部'],
]
/** Who helps to settle a dispute is not who it is about. */
const helping = ['到场', '在场', '见证', '主持', '一起调', '参加调', '帮着', '劝', '陪同', '说和', '请来']

/** How mediators write of what is over; the words of danger of the search are those of people who are in it. */
const rules: (DangerWords & { contacts: [NotHere] })[] = [
  { contacts: ['child'], chain: [children, harm], unless: harmless, not: ['没有打', '没打'] },
  { contacts: ['child'], chain: [harm, children], unless: harmless, not: ['没有打', '没打'] },
  { contacts: ['danger'], words: [...hurt, ...violence], unless: denials },
  { contacts: ['staff'], words: officials, not: helping },
]

/** True if somebody is hurt, afraid or in danger in a text, or a child was harmed: in doubt too. */
export const hurtsIn = (danger: DangerWords[], text: string): boolean =>
  dangerLines(rules, text).some((found) => found !== 'staff') || dangerLines(danger, text).length > 0

/**
 * Why a text cannot be recorded on the spot; null if nothing in it stands against it. In doubt it does: the ordinary way
 * stays open.
 * @param danger the words of danger of the search (`deskData.danger`)
 * @param text normalised and bounded by the caller
 */
export const notHereBy = (danger: DangerWords[], text: string): NotHere | null => {
  const [found] = dangerLines(rules, text)
  if (found) return found as NotHere
  return dangerLines(danger, text).length > 0 ? 'danger' : null
}
