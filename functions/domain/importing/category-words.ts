import { normaliseWidth } from '#domain/basics/normalise.ts'
import { type Category, categories, categoryIds } from '#domain/words/categories.ts'

/** The kinds of dispute as old ledgers write them, and ours. The first that fits is taken, so the special stand first. */
const synonyms: readonly [Category, readonly string[]][] = [
  ['medical', ['医疗', '医患', '医院']],
  ['traffic', ['交通', '车祸', '道路']],
  ['expropriation', ['征地', '拆迁', '征收', '安置', '征迁']],
  ['village-enterprise', ['村企', '企业占']],
  ['labour', ['劳动', '劳资', '欠薪', '工资', '工伤', '用工', '农民工', '讨薪', '劳务']],
  ['inheritance', ['继承', '分家', '遗产', '析产']],
  ['elderly', ['赡养', '扶养', '养老', '老人']],
  ['family', ['婚姻', '家庭', '离婚', '彩礼', '抚养', '婚恋', '恋爱', '夫妻', '妇女']],
  ['property', ['物业', '小区', '业主', '停车']],
  ['housing', ['房屋', '租赁', '房产', '宅基地买卖', '租房', '房地产']],
  ['land', ['宅基地', '土地', '山林', '林地', '承包地', '地界', '林权', '山场', '田地', '水利', '权属']],
  ['debt', ['借贷', '债务', '欠款', '借款', '债权', '经济', '合同', '合伙']],
  ['consumer', ['消费', '假货', '买卖', '产品', '种子']],
  ['environment', ['环境', '污染', '噪音扰民', '噪声', '油烟', '养殖']],
  ['welfare', ['低保', '救助', '民政', '殡葬', '墓地', '坟', '残疾', '困难']],
  ['village-affairs', ['村务', '选举', '集体', '账目', '分红', '干群', '公章']],
  ['safety', ['诈骗', '校园', '欺凌', '未成年']],
  ['injury', ['损害', '赔偿', '伤害', '打架', '斗殴', '人身', '侵权', '财产', '生产经营', '意外']],
  ['neighbour', ['邻里', '相邻', '邻居', '漏水', '采光', '通行', '排水', '噪音']],
]

/** What old ledgers call 其他 themselves: it is taken without a doubt. */
const others = ['其他', '其它', '其他纠纷', '其它纠纷']

/** A kind of dispute from how an old ledger writes it; undefined if no word of ours fits. */
export const categoryOf = (typed: string): Category | undefined => {
  const text = normaliseWidth(typed).replace(/\s/gu, '')
  if (others.includes(text)) return 'other'
  const ours = categoryIds.find((id) => id !== 'other' && text.startsWith(categories[id].name))
  return ours ?? synonyms.find(([, words]) => words.some((word) => text.includes(word)))?.[0]
}
